using System.Collections.Frozen;

namespace WhatsCommerce.Uploads;

/// <summary>Contains the limits of resumable uploads.</summary>
public static class UploadLimits
{
    /// <summary>Gets the content types that can be uploaded; case-insensitive. Source: Meta, graph-api/guides/upload.</summary>
    public static IReadOnlySet<string> ContentTypes { get; } =
        new[] { "application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
