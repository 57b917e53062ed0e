namespace WhatsCommerce;

/// <summary>The id of a media file that was uploaded to Meta, or that a customer sent.</summary>
/// <remarks>
/// Opaque, and valid for a limited time only. A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct MediaId;
