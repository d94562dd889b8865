// Takes a photo from the person and makes a small copy of it; files.js asks which one.
(() => {
    const { answers, pickOne, words } = globalThis.tendPage;

    // A small copy of a photo, drawn anew: it stands upright, and nothing of what the camera wrote beside it (where,
    // when) comes along. Safari writes no WebP, so there it is a JPEG.
    const LONG_SIDES = [1280, 1024, 800, 640]; // pixels
    const QUALITIES = [0.85, 0.75, 0.65, 0.5, 0.35];
    const LARGEST_PHOTO = 200000; // bytes; as domain/hopes.py has it
    const MOST_POINTS = 52000000; // four bytes each once it is opened; a phone drops a page that asks for much more

    const redrawn = (picture, longSide) => {
        const share = Math.min(1, longSide / Math.max(picture.width, picture.height));
        const canvas = document.createElement("canvas");
        canvas.width = Math.max(1, Math.round(picture.width * share));
        canvas.height = Math.max(1, Math.round(picture.height * share));
        const pen = canvas.getContext("2d", { alpha: false });
        pen.fillStyle = "#fff"; // a JPEG would show black where a picture is clear
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.imageSmoothingQuality = "high";
        pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
        return canvas;
    };

    const written = async (canvas, quality) => {
        for (const type of ["image/webp", "image/jpeg"]) {
            const blob = await new Promise((resolve) => canvas.toBlob(resolve, type, quality));
            if (blob?.type === type) return blob;
        }
        throw new DOMException("no picture came of it", "EncodingError");
    };

    const small = async (picture) => {
        for (const longSide of LONG_SIDES) {
            const canvas = redrawn(picture, longSide);
            let blob = null;
            for (const quality of QUALITIES) {
                if (!blob || blob.size > LARGEST_PHOTO) blob = await written(canvas, quality);
            }
            canvas.width = 0; // its memory is free at once: Safari keeps it for a while otherwise
            if (blob.size <= LARGEST_PHOTO) return { bytes: new Uint8Array(await blob.arrayBuffer()) };
        }
        return { tooLarge: true };
    };

    // How many points a photo has, from its beginning: an image that is not shown is not opened.
    const points = (file) => new Promise((resolve, reject) => {
        const image = Object.assign(new Image(), { onerror: reject, src: URL.createObjectURL(file) });
        image.onload = () => resolve(image.naturalWidth * image.naturalHeight);
        setTimeout(() => URL.revokeObjectURL(image.src), 60000);
    });

    const photo = async ({ limit }) => {
        const file = await pickOne(words().photo, "image/*");
        if (!file) return null;
        if (file.size > limit) return { tooLarge: true };
        let picture;
        try {
            if (await points(file) > MOST_POINTS) return { tooLarge: true };
            picture = await createImageBitmap(file, { imageOrientation: "from-image" });
        } catch {
            return { unreadable: true }; // no picture, or of a kind that this browser does not know
        }
        try {
            return await small(picture);
        } finally {
            picture.close();
        }
    };

    answers.photo = photo;
})();
