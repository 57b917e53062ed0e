using System.Net.Http.Headers;

namespace WhatsCommerce.Media;

/// <summary>A file to upload, checked as far as possible before it is read.</summary>
internal sealed class MediaUpload
{
    // Enough for the flags of an extended WebP file.
    private const int WebPHeaderBytes = 21;
    private const int WebPFlags = 20;
    private const int WebPAnimationFlag = 0x02;

    // Meta rejects the bare type, and an Opus file is an OGG file with that codec. Source: Meta, business-phone-numbers/media, "Supported
    // media types".
    private const string OpusType = "audio/ogg; codecs=opus";

    private const string CannotBeUploaded = "The file cannot be uploaded";

    private MediaUpload(Stream content, string contentType, string fileName, byte[] beginning, long? length, long limit)
    {
        Content = content;
        ContentType = contentType;
        FileName = fileName;
        Beginning = beginning;
        Length = length;
        Limit = limit;
    }

    public Stream Content { get; }
    public string ContentType { get; }
    public string FileName { get; }

    /// <summary>The bytes that were read from <see cref="Content"/> to detect the format.</summary>
    public byte[] Beginning { get; }

    /// <summary>The size in bytes, including <see cref="Beginning"/>; <see langword="null"/> if unknown.</summary>
    public long? Length { get; }

    public long Limit { get; }

    /// <summary>Checks a file.</summary>
    /// <exception cref="WhatsCommerceValidationException">The file violates rules; contains all violations.</exception>
    public static async Task<MediaUpload> CheckAsync(
        Stream content, string? contentType, string? fileName, CancellationToken cancellationToken)
    {
        Violations violations = new();
        MediaKind? kind = CheckContentType(ref contentType, violations);
        if (string.IsNullOrWhiteSpace(fileName))
        {
            violations.Add("fileName", ViolationRule.Required, "The name of the file is required, such as menu.pdf.");
        }

        long? length = content.CanSeek ? content.Length - content.Position : null;
        byte[] beginning = kind == MediaKind.Sticker ? await ReadBeginningAsync(content, cancellationToken).ConfigureAwait(false) : [];
        long limit = kind is null ? long.MaxValue : LimitOf(kind.Value, beginning);
        CheckSize(violations, limit, length);
        violations.ThrowIfAny(CannotBeUploaded);
        return new(content, contentType!, fileName!, beginning, length, limit);
    }

    /// <summary>Checks the size again while the file is read: a stream may not know its length, or contain more or fewer bytes.</summary>
    /// <exception cref="WhatsCommerceValidationException">More was read than the limit, or nothing.</exception>
    public void RequireSize(long read, bool isEnd)
    {
        if (read > Limit || (isEnd && read == 0))
        {
            Violations violations = new();
            CheckSize(violations, Limit, read);
            violations.ThrowIfAny(CannotBeUploaded);
        }
    }

    private static void CheckSize(Violations violations, long limit, long? length)
    {
        if (length == 0)
        {
            violations.Add(
                "content",
                ViolationRule.Required,
                "The file is empty, or its stream was read to the end before.",
                limit == long.MaxValue ? null : limit,
                0);
        }
        else if (length > limit)
        {
            violations.Add("content", ViolationRule.MaxCount, Violations.Invariant(
                $"The file has {length} bytes or more; at most {limit} are allowed for its type. Make it smaller, or send it as a link."),
            limit, length);
        }
    }

    private static MediaKind? CheckContentType(ref string? contentType, Violations violations)
    {
        if (string.IsNullOrWhiteSpace(contentType))
        {
            violations.Add("contentType", ViolationRule.Required, "The content type of the file is required, such as image/jpeg.");
        }
        else if (!MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            || contentType.AsSpan().ContainsAny('\r', '\n'))
        {
            violations.Add("contentType", ViolationRule.Format, "This is not a content type such as image/jpeg.");
        }
        else if (!MediaLimits.ContentTypes.TryGetValue(type.MediaType!, out MediaKind kind))
        {
            violations.Add(
                "contentType",
                ViolationRule.NotAllowed,
                $"Meta does not accept files of the type {type.MediaType}; MediaLimits.ContentTypes lists the accepted types.");
        }
        else if (!IsOgg(type))
        {
            return kind;
        }
        else if (CodecOf(type) is string codec && !codec.Equals("opus", StringComparison.OrdinalIgnoreCase))
        {
            violations.Add("contentType", ViolationRule.NotAllowed,
                $"Meta accepts OGG files only with the Opus codec ({OpusType}), not with {codec}: convert the sound, for instance "
                    + "to audio/mpeg.");
        }
        else
        {
            contentType = OpusType;
            return kind;
        }

        return null;
    }

    private static bool IsOgg(MediaTypeHeaderValue type) => type.MediaType!.ToLowerInvariant() is "audio/ogg" or "audio/opus";

    private static string? CodecOf(MediaTypeHeaderValue type) =>
        type.Parameters.FirstOrDefault(
            parameter => parameter.Name.Equals("codecs", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"', ' ');

    private static async Task<byte[]> ReadBeginningAsync(Stream content, CancellationToken cancellationToken)
    {
        byte[] beginning = new byte[WebPHeaderBytes];
        int read =
            await content.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return beginning[..read];
    }

    private static long LimitOf(MediaKind kind, byte[] beginning) => kind == MediaKind.Sticker && !IsAnimated(beginning)
        ? MediaLimits.StaticStickerBytes
        : MediaLimits.MaxBytes(kind);

    // Source: Google, WebP container specification, "Extended file format": RIFF, size, WEBP, VP8X, size, flags.
    private static bool IsAnimated(ReadOnlySpan<byte> beginning) => beginning.Length == WebPHeaderBytes
        && beginning.StartsWith("RIFF"u8)
        && beginning[8..].StartsWith("WEBPVP8X"u8)
        && (beginning[WebPFlags] & WebPAnimationFlag) != 0;

    /// <summary>Gets the bytes before the file in a multipart body.</summary>
    public byte[] Preamble(string boundary)
    {
        StringBuilder text = new();
        AppendField("messaging_product", "whatsapp");
        AppendField("type", ContentType);
        text.Append("--").Append(boundary).Append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"").Append(Escape(FileName))
            .Append("\"\r\nContent-Type: ").Append(ContentType).Append("\r\n\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());

        void AppendField(string name, string value) => text.Append("--").Append(boundary)
            .Append("\r\nContent-Disposition: form-data; name=\"").Append(name).Append("\"\r\n\r\n").Append(value).Append("\r\n");
    }

    // As browsers do it (WHATWG, multipart/form-data): raw UTF-8, without characters that could end the name or the line.
    private static string Escape(string fileName) => fileName
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
