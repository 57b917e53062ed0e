namespace WhatsCommerce.Onboarding;

/// <summary>Represents the business portfolio that owns an account.</summary>
public sealed record OwningBusiness
{
    /// <summary><c>id</c>.</summary>
    public BusinessId Id { get; init; }

    /// <summary><c>name</c>.</summary>
    public string? Name { get; init; }
}
