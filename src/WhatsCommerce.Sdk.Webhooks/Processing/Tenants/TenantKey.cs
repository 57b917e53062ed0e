using WhatsCommerce.Validation;

namespace WhatsCommerce.Webhooks;

/// <summary>The key of a tenant lookup: an id, or the ids of a webhook.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TenantKey(string? Id, PhoneNumberId Number, BusinessAccountId Account)
{
    private const int LongestText = 128;

    /// <summary>Gets a value indicating whether a lookup makes sense: an invalid id belongs to nobody.</summary>
    public bool IsPossible => Id is not null
        ? Id.Length is > 0 and <= LongestText && !Id.Any(char.IsControl)
        : (Number.HasValue || Account.HasValue) && IsDigits(Number.Value) && IsDigits(Account.Value);

    private static bool IsDigits(string? id) =>
        id is null || (id.Length <= LongestText && MetaIdAttribute.Fits(id));
}
