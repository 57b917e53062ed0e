using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>What all files have in common, as the parser hands it to their constructors.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MediaHead(string? Id, string? MimeType, string? Sha256, string? Url, string? Caption);
