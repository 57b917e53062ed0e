namespace WhatsCommerce;

/// <summary>One id of an identity, and whose it was until now.</summary>
internal sealed class IdentityClaim(IdentityName name, bool isPrevious)
{
    public IdentityName Name { get; } = name;

    /// <summary>Whether the customer has given the id up.</summary>
    public bool IsPrevious { get; } = isPrevious;

    /// <summary>Whose it was; <see langword="null"/> when it was unknown.</summary>
    public IdentityOwner? Owner { get; set; }

    /// <summary>Since when it was that customer's.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>Whether it stays as it is.</summary>
    public bool IsLeftAlone { get; set; }
}

/// <summary>A customer, as far as the rules ask.</summary>
internal abstract class IdentityOwner
{
    public abstract CustomerKey Key { get; }

    public abstract bool HasUserId { get; }

    public abstract bool HasParentUserId { get; }

    public abstract bool HasPhone { get; }

    public bool IsKnownByPhoneOnly => !HasUserId && !HasParentUserId;
}
