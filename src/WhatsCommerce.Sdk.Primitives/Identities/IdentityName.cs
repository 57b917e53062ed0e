namespace WhatsCommerce;

/// <summary>One id of a customer within a scope; a phone number in normalized form.</summary>
internal readonly record struct IdentityName(string Scope, IdentityNameKind Kind, string Id)
{
    // The id alone distinguishes nearly all names, and hashing the rest would cost time for each event.
    public override int GetHashCode() => Id?.GetHashCode(StringComparison.Ordinal) ?? 0;
}

/// <summary>Specifies the kind of an id, most trusted first.</summary>
internal enum IdentityNameKind
{
    UserId,
    ParentUserId,
    Phone,
}
