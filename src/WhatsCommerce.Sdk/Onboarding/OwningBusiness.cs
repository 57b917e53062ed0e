namespace WhatsCommerce.Onboarding;

/// <summary>Represents the business portfolio that owns an account.</summary>
public sealed record OwningBusiness
{
    /// <summary><c>id</c>: the id of the portfolio.</summary>
    public BusinessId Id { get; init; }

    /// <summary><c>name</c>: the name of the portfolio.</summary>
    public string? Name { get; init; }
}
