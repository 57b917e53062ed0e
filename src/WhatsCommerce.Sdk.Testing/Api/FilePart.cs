namespace WhatsCommerce.Testing;

/// <summary>The file of a multipart body, as a view into the body.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">The content type of the part.</param>
/// <param name="Name">The name of the file.</param>
internal sealed record FilePart(ReadOnlyMemory<byte> Content, string? ContentType, string? Name);
