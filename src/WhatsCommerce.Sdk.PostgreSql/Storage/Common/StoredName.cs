using System.Globalization;

namespace WhatsCommerce.Webhooks;

/// <summary>An id in a database, as a hash, since it may be a phone number; with its owner.</summary>
/// <param name="Hash">The hash of the id.</param>
/// <param name="Since">The time since which the owner has had the id.</param>
/// <param name="Owner">The customer it belongs to.</param>
internal sealed record StoredName(byte[] Hash, DateTimeOffset Since, CustomerRow Owner)
{
    // The length is part of the text, so that no two names give the same text.
    public static byte[] HashOf(IdentityName name) => StoredText.Hash(string.Create(
        CultureInfo.InvariantCulture, $"{KindOf(name)}:{name.Scope.Length}:{name.Scope}{name.Id}"));

    public static string KindOf(IdentityName name) => name.Kind switch
    {
        IdentityNameKind.UserId => "user",
        IdentityNameKind.ParentUserId => "parent_user",
        _ => "phone",
    };

    /// <summary>Sets the owners of the claims.</summary>
    /// <returns>The owners.</returns>
    public static List<CustomerRow> FillIn(List<IdentityClaim> claims, List<StoredName> names)
    {
        Dictionary<Guid, CustomerRow> owners = [];
        foreach (IdentityClaim claim in claims)
        {
            byte[] hash = HashOf(claim.Name);
            StoredName? found = names.Find(name => name.Hash.AsSpan().SequenceEqual(hash));
            claim.Owner = found is null ? null : owners.TryAdd(found.Owner.Id, found.Owner) ? found.Owner : owners[found.Owner.Id];
            claim.Since = found?.Since ?? default;
        }

        return [.. owners.Values];
    }
}
