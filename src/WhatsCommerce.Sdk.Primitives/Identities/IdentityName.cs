namespace WhatsCommerce;

/// <summary>One id by which a customer is known within a scope; of a phone number the one form of its line.</summary>
internal readonly record struct IdentityName(string Scope, IdentityNameKind Kind, string Id)
{
    // The id tells nearly all names apart, and hashing the rest takes time with each event.
    public override int GetHashCode() => Id?.GetHashCode(StringComparison.Ordinal) ?? 0;
}

/// <summary>What kind of id it is, the one to trust most first.</summary>
internal enum IdentityNameKind
{
    UserId,
    ParentUserId,
    Phone,
}
