using System.Globalization;

namespace WhatsCommerce.Testing;

/// <summary>A file that a message can show: uploaded by the business, or sent by a customer.</summary>
/// <param name="Number">The id as a number.</param>
/// <param name="Content">The bytes.</param>
/// <param name="MimeType">The content type, with its parameters.</param>
/// <param name="FileName">The name, if it has one.</param>
/// <param name="At">When it came.</param>
/// <param name="Owner">The number whose token opens it; <see langword="null"/> for any.</param>
internal sealed record EmulatedMedia(
    long Number, ReadOnlyMemory<byte> Content, string MimeType, string? FileName, DateTimeOffset At, EmulatedNumber? Owner)
{
    public string Id => Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The SHA-256 of the bytes in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    // The content is a customer's or the business's own.
    public override string ToString() => $"{MimeType} {Id}";
}
