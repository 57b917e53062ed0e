namespace WhatsCommerce.Onboarding;

/// <summary>A business portfolio, as an account names its owner.</summary>
public sealed record OwningBusiness
{
    /// <summary><c>id</c>.</summary>
    public BusinessId Id { get; init; }

    /// <summary><c>name</c>.</summary>
    public string? Name { get; init; }
}
