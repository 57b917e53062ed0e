namespace WhatsCommerce;

/// <summary>One id of an identity, and its owner so far.</summary>
internal sealed class IdentityClaim(IdentityName name, bool isPrevious)
{
    public IdentityName Name { get; } = name;

    /// <summary>Gets a value indicating whether it is a previous id, which the customer no longer has.</summary>
    public bool IsPrevious { get; } = isPrevious;

    /// <summary>Gets or sets the owner so far; <see langword="null"/> when the id was unknown.</summary>
    public IdentityOwner? Owner { get; set; }

    /// <summary>Gets or sets the time since which the owner has had the id.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>Gets or sets a value indicating whether the owner stays unchanged.</summary>
    public bool IsLeftAlone { get; set; }
}

/// <summary>The properties of a customer that the rules need.</summary>
internal abstract class IdentityOwner
{
    public abstract CustomerKey Key { get; }
    public abstract bool HasUserId { get; }
    public abstract bool HasParentUserId { get; }
    public abstract bool HasPhone { get; }

    public bool IsKnownByPhoneOnly => !HasUserId && !HasParentUserId;
}
