namespace WhatsCommerce.Media;

/// <summary>The JSON of a response about a file: complete for a query, only the id for an upload.</summary>
internal sealed record MediaResponse(string? Id, string? Url, string? MimeType, string? Sha256, long? FileSize)
{
    public MediaFile ToFile() => new()
    {
        Id = Id,
        Url = Uri.TryCreate(Url, UriKind.RelativeOrAbsolute, out Uri? url) ? url : null,
        MimeType = MimeType,
        Sha256 = Sha256,
        FileSize = FileSize,
    };
}
