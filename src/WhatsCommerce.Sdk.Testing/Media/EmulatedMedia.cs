namespace WhatsCommerce.Testing;

/// <summary>A file that a message can show: uploaded by the business, or sent by a customer.</summary>
public sealed record EmulatedMedia
{
    internal EmulatedMedia(long number)
    {
        Number = number;
        Id = number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Its id.</summary>
    public MediaId Id { get; }

    /// <summary>The bytes.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The content type, with its parameters.</summary>
    public required string MimeType { get; init; }

    /// <summary>The name, if it has one.</summary>
    public string? FileName { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The SHA-256 of the bytes in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    internal long Number { get; }

    /// <summary>The number whose token opens it; <see langword="null"/> for any.</summary>
    internal EmulatedNumber? Owner { get; init; }

    /// <summary>Type and id; the content is a customer's or the business's own.</summary>
    public override string ToString() => $"{MimeType} {Id}";
}
