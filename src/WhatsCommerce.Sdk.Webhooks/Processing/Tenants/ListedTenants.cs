using WhatsCommerce.Validation;

namespace WhatsCommerce.Webhooks;

/// <summary>A directory of tenants that are known at startup.</summary>
internal sealed class ListedTenants : IWhatsCommerceTenantDirectory
{
    private readonly IReadOnlyList<WhatsCommerceTenant> _tenants;

    public ListedTenants(IReadOnlyList<WhatsCommerceTenant> tenants)
    {
        _tenants = tenants;
        if (tenants.DistinctBy(tenant => tenant.Id, StringComparer.Ordinal).Count() < tenants.Count)
        {
            throw new ArgumentException("Two of the tenants have the same id.", nameof(tenants));
        }

        // No webhook has such a number or account, and of two tenants with one number the second would get no event.
        string? problem = tenants.Select(ProblemOf).FirstOrDefault(static problem => problem is not null)
            ?? tenants
                .SelectMany(static tenant => tenant.PhoneNumberIds.Distinct())
                .GroupBy(static number => number)
                .Where(static owners => owners.Skip(1).Any())
                .Select(static owners => $"Two of the tenants have the number {owners.Key}; it can be of one only.")
                .FirstOrDefault();
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(tenants));
        }
    }

    public ValueTask<WhatsCommerceTenant?> FindAsync(string tenantId, CancellationToken cancellationToken = default) =>
        new(_tenants.FirstOrDefault(tenant => tenant.Id == tenantId));

    // A tenant with an empty list does not own all numbers or accounts here: only these lists assign them.
    public ValueTask<WhatsCommerceTenant?> FindAsync(TenantRoute route, CancellationToken cancellationToken = default) =>
        new(_tenants.FirstOrDefault(tenant => tenant.Owns(route)
            && (tenant.PhoneNumberIds.Contains(route.PhoneNumberId) || tenant.BusinessAccountIds.Contains(route.BusinessAccountId))));

    public async IAsyncEnumerable<WhatsCommerceTenant> ListAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (WhatsCommerceTenant tenant in _tenants)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return tenant;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static string? ProblemOf(WhatsCommerceTenant tenant) =>
        tenant.PhoneNumberIds.Any(static number => !MetaIdAttribute.Fits(number.Value))
            ? MetaIdAttribute.Problem($"One of the {nameof(tenant.PhoneNumberIds)} of {tenant}", isOfNumber: true)
            : tenant.BusinessAccountIds.Any(static account => !MetaIdAttribute.Fits(account.Value))
                ? MetaIdAttribute.Problem($"One of the {nameof(tenant.BusinessAccountIds)} of {tenant}", isOfNumber: false)
                : null;
}
