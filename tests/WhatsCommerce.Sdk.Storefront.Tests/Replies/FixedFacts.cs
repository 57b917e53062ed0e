using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Replies;

/// <summary>Facts that a test sets, the same of everybody.</summary>
internal sealed class FixedFacts(string? language = null, string? timeZone = null) : ICustomerFacts
{
    public Task<CustomerFacts?> GetAsync(string shopId, CustomerKey customer, Recipient to, CancellationToken cancellationToken) =>
        Task.FromResult<CustomerFacts?>(new CustomerFacts { Language = language, TimeZone = timeZone });
}
