using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>The members that all media files have in common, passed by the parser to their constructors.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MediaHead(string? Id, string? MimeType, string? Sha256, string? Url, string? Caption);
