namespace WhatsCommerce.Testing;

/// <summary>A media file: uploaded by the business, or sent by a customer.</summary>
public sealed record EmulatedMedia
{
    internal EmulatedMedia(long number)
    {
        Number = number;
        Id = number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The id of the file.</summary>
    public MediaId Id { get; }

    /// <summary>The content.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The content type, with its parameters.</summary>
    public required string MimeType { get; init; }

    /// <summary>The file name; <see langword="null"/> if there is none.</summary>
    public string? FileName { get; init; }

    /// <summary>When the file was uploaded or received.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The SHA-256 of the content in lowercase hexadecimal.</summary>
    public required string Sha256 { get; init; }

    internal long Number { get; }

    /// <summary>The number whose token opens it; <see langword="null"/> for any.</summary>
    internal EmulatedNumber? Owner { get; init; }

    /// <summary>Returns the type and the id, without the content.</summary>
    public override string ToString() => $"{MimeType} {Id}";
}
