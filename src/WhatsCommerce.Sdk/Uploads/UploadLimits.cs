using System.Collections.Frozen;

namespace WhatsCommerce.Uploads;

/// <summary>What a file is checked against before a resumable upload.</summary>
public static class UploadLimits
{
    /// <summary>The content types that can be uploaded; without regard to case. Source: Meta, graph-api/guides/upload.</summary>
    public static IReadOnlySet<string> ContentTypes { get; } =
        new[] { "application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
