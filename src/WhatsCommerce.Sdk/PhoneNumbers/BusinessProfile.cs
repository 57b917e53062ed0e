namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents the business profile that customers see. Members that are not set are <see langword="null"/>.</summary>
/// <remarks>Source: Meta, whatsapp_business_profile reference.</remarks>
public sealed record BusinessProfile
{
    /// <summary><c>about</c>.</summary>
    public string? About { get; init; }

    /// <summary><c>address</c>.</summary>
    public string? Address { get; init; }

    /// <summary><c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary><c>email</c>.</summary>
    public string? Email { get; init; }

    /// <summary><c>profile_picture_url</c>: a URL at Meta that expires.</summary>
    public Uri? ProfilePictureUrl { get; init; }

    /// <summary><c>websites</c>.</summary>
    public IReadOnlyList<Uri> Websites { get; init; } = [];

    /// <summary><c>vertical</c>.</summary>
    public BusinessVertical Vertical { get; init; }
}
