namespace WhatsCommerce;

/// <summary>
/// Decides which customer the ids of an identity belong to. The only place with these rules, whatever the ids are stored in.
/// </summary>
internal static class IdentityRules
{
    /// <summary>The kinds of ids, most trusted first.</summary>
    public static readonly IdentityNameKind[] Kinds = [IdentityNameKind.UserId, IdentityNameKind.ParentUserId, IdentityNameKind.Phone];

    /// <summary>Returns one id of an identity.</summary>
    /// <returns>Whether the identity has such an id.</returns>
    public static bool TryName(CustomerIdentity ids, string scope, IdentityNameKind kind, out IdentityName name)
    {
        string? id = kind switch
        {
            IdentityNameKind.UserId => ids.UserId.Value,
            IdentityNameKind.ParentUserId => ids.ParentUserId.Value,
            _ => PhoneNumber.LineOf(ids.WaId),
        };
        name = new(scope, kind, id ?? "");
        return name.Id.Length > 0;
    }

    /// <summary>Returns the ids of an identity, most trusted first, and the previous ids after them.</summary>
    public static List<IdentityClaim> Claims(CustomerIdentity identity)
    {
        List<IdentityClaim> claims = new(3);
        Add(claims, identity, identity.Scope, isPrevious: false);
        if (identity.Previous is { } previous)
        {
            Add(claims, previous, identity.Scope, isPrevious: true);
        }

        return claims;
    }

    /// <summary>Decides which customers the ids belong to. The owners of the claims have been looked up before.</summary>
    /// <param name="claims">The ids.</param>
    /// <param name="time">The time at which they belonged to one customer.</param>
    /// <returns>
    /// The customers, all of which are one from now on; empty for a new customer. Sets <see cref="IdentityClaim.IsLeftAlone"/>.
    /// </returns>
    public static List<IdentityOwner> Decide(List<IdentityClaim> claims, DateTimeOffset time)
    {
        bool isChange = claims.Exists(claim => claim.IsPrevious);
        List<IdentityOwner> owners = [];
        foreach (IdentityClaim claim in claims.Where(claim => claim.Name.Kind != IdentityNameKind.Phone))
        {
            // A user has one parent id. If the message has a different one, the user id wins.
            if (claim.Owner is { } owner && claim.Name.Kind == IdentityNameKind.ParentUserId && !isChange
                && owners.Exists(other => other.Key != owner.Key && other.HasParentUserId))
            {
                claim.IsLeftAlone = true;
            }
            else
            {
                Join(owners, claim.Owner);
            }
        }

        foreach (IdentityClaim claim in claims
            .Where(claim => claim.Name.Kind == IdentityNameKind.Phone)
            .OrderByDescending(claim => claim.IsPrevious))
        {
            if (claim.Owner is not { } owner || owners.Exists(other => other.Key == owner.Key))
            {
                continue;
            }

            if (claim.IsPrevious ? WasTheirs(claim, owner, claims, time) : IsTheirs(owner, owners, claims, isChange))
            {
                Join(owners, owner);
            }
            else
            {
                // The number moves to this customer, unless this webhook is older than the current owner, or contains only a number.
                claim.IsLeftAlone = claim.IsPrevious
                    || claim.Since > time
                    || !claims.Exists(other => other.Name.Kind != IdentityNameKind.Phone);
            }
        }

        return owners;
    }

    // The previous number. Together with a previous user id it proves nothing about an owner with a different user id.
    private static bool WasTheirs(IdentityClaim claim, IdentityOwner owner, List<IdentityClaim> claims, DateTimeOffset time) =>
        owner.IsKnownByPhoneOnly
        || (claim.Since <= time && !claims.Exists(other => other is { IsPrevious: true, Name.Kind: IdentityNameKind.UserId }));

    private static bool IsTheirs(IdentityOwner owner, List<IdentityOwner> owners, List<IdentityClaim> claims, bool isChange) =>
        owners.Count > 0
            // A number without a user id so far joins the customer; but a customer who has another number may have got it from somebody
            // else.
            ? owner.IsKnownByPhoneOnly && (isChange || !owners.Exists(other => other.HasPhone))
            : claims.TrueForAll(claim => claim.Name.Kind switch
            {
                IdentityNameKind.UserId => !owner.HasUserId,
                IdentityNameKind.ParentUserId => !owner.HasParentUserId,
                _ => !isChange || owner.IsKnownByPhoneOnly,
            });

    private static void Add(List<IdentityClaim> claims, CustomerIdentity ids, string scope, bool isPrevious)
    {
        foreach (IdentityNameKind kind in Kinds)
        {
            if (TryName(ids, scope, kind, out IdentityName name) && !claims.Exists(claim => claim.Name == name))
            {
                claims.Add(new(name, isPrevious));
            }
        }
    }

    /// <summary>Returns the oldest of several customers, which survives a merge: every instance chooses the same one.</summary>
    public static CustomerKey Oldest(IEnumerable<CustomerKey> keys) => keys.MinBy(key => key.Value, StringComparer.Ordinal);

    /// <summary>Creates a key that sorts after earlier keys, and reveals only when it was created.</summary>
    public static CustomerKey NewKey(DateTimeOffset now) => new(Guid.CreateVersion7(now).ToString("N"));

    private static void Join(List<IdentityOwner> owners, IdentityOwner? owner)
    {
        if (owner is not null && !owners.Exists(other => other.Key == owner.Key))
        {
            owners.Add(owner);
        }
    }
}
