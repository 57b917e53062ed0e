namespace WhatsCommerce;

/// <summary>Decides whose the ids of an identity are. The one place for it, whatever the ids are stored in.</summary>
internal static class IdentityRules
{
    /// <summary>The kinds of ids, the one to trust most first.</summary>
    public static readonly IdentityNameKind[] Kinds = [IdentityNameKind.UserId, IdentityNameKind.ParentUserId, IdentityNameKind.Phone];

    /// <summary>One id of an identity as a name.</summary>
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

    /// <summary>The ids of an identity, the one to trust most first; those from before a change behind them.</summary>
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

    /// <summary>Decides; the owners of the claims have been looked up.</summary>
    /// <param name="claims">The ids.</param>
    /// <param name="time">When they were one customer's.</param>
    /// <returns>The customers that they belong to, all one from now on: none when it is a new one. Claims that are left alone say so.</returns>
    public static List<IdentityOwner> Decide(List<IdentityClaim> claims, DateTimeOffset time)
    {
        bool isChange = claims.Exists(claim => claim.IsPrevious);
        List<IdentityOwner> owners = [];
        foreach (IdentityClaim claim in claims.Where(claim => claim.Name.Kind != IdentityNameKind.Phone))
        {
            // A user has one parent id. If the message's is another one, the user id is right.
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

        foreach (IdentityClaim claim in claims.Where(claim => claim.Name.Kind == IdentityNameKind.Phone).OrderByDescending(claim => claim.IsPrevious))
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
                // It has another owner now, unless this webhook is older than that, or tells of a number only.
                claim.IsLeftAlone = claim.IsPrevious || claim.Since > time || !claims.Exists(other => other.Name.Kind != IdentityNameKind.Phone);
            }
        }

        return owners;
    }

    // The number until now. Told together with the user id until now it proves nothing about an owner with another one.
    private static bool WasTheirs(IdentityClaim claim, IdentityOwner owner, List<IdentityClaim> claims, DateTimeOffset time) =>
        owner.IsKnownByPhoneOnly
        || (claim.Since <= time && !claims.Exists(other => other is { IsPrevious: true, Name.Kind: IdentityNameKind.UserId }));

    private static bool IsTheirs(IdentityOwner owner, List<IdentityOwner> owners, List<IdentityClaim> claims, bool isChange) =>
        owners.Count > 0
            // A number without a user id so far finds its owner; but one who has another number may have got it from somebody else.
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

    /// <summary>The oldest of several customers, who survives: every instance comes to the same.</summary>
    public static CustomerKey Oldest(IEnumerable<CustomerKey> keys) => keys.MinBy(key => key.Value, StringComparer.Ordinal);

    /// <summary>A key that sorts behind those made before, and tells nothing but when it was made.</summary>
    public static CustomerKey NewKey(DateTimeOffset now) => new(Guid.CreateVersion7(now).ToString("N"));

    private static void Join(List<IdentityOwner> owners, IdentityOwner? owner)
    {
        if (owner is not null && !owners.Exists(other => other.Key == owner.Key))
        {
            owners.Add(owner);
        }
    }
}
