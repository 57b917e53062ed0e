namespace WhatsCommerce.Catalogs;

/// <summary>The id of one upload of a product feed. Digits.</summary>
/// <remarks>A null, empty or blank value means absent, and equals <see langword="default"/>.</remarks>
[Id]
public readonly partial record struct FeedUploadId;
