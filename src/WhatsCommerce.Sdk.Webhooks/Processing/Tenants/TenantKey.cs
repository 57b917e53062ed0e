namespace WhatsCommerce.Webhooks;

/// <summary>What a tenant is asked for by: an id, or what a webhook names.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TenantKey(string? Id, PhoneNumberId Number, BusinessAccountId Account)
{
    private const int LongestText = 128;

    /// <summary>Gets a value indicating whether a directory may be asked for it: what cannot be an id is nobody's.</summary>
    public bool IsPossible => Id is not null
        ? Id.Length is > 0 and <= LongestText && !Id.Any(char.IsControl)
        : (Number.HasValue || Account.HasValue) && IsDigits(Number.Value) && IsDigits(Account.Value);

    private static bool IsDigits(string? id) =>
        id is null || (id.Length <= LongestText && !id.AsSpan().ContainsAnyExceptInRange('0', '9'));
}
