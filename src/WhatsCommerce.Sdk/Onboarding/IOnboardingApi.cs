namespace WhatsCommerce.Onboarding;

/// <summary>
/// Accounts of a business portfolio and of its customers, and lines of credit. Source: Meta's OpenAPI v23.0; solution-providers,
/// manage-accounts and share-and-revoke-credit-lines.
/// </summary>
internal interface IOnboardingApi
{
    /// <summary>What to check when Meta rejects a request about credit.</summary>
    const string IfCreditRefused = " It takes the token of a system user who is admin or financial editor of the business portfolio, with "
        + "business_management.";

    [Get("/{business}/owned_whatsapp_business_accounts"), GraphOperation("list_owned_accounts")]
    Task<PageResponse<BusinessAccount>> ListOwned(
        BusinessId business, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{business}/client_whatsapp_business_accounts"), GraphOperation("list_client_accounts")]
    Task<PageResponse<BusinessAccount>> ListClient(
        BusinessId business, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{account}"), GraphOperation("get_account")]
    Task<BusinessAccount> Get(BusinessAccountId account, string fields, CancellationToken cancellationToken);

    [Get("/{business}/extendedcredits"), GraphOperation("list_credit_lines", IfRefused = IfCreditRefused)]
    Task<PageResponse<CreditLine>> ListCredit(
        BusinessId business, string fields, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{allocation}"), GraphOperation("get_credit_share", IfRefused = IfCreditRefused)]
    Task<CreditShare> GetShare(string allocation, string fields, CancellationToken cancellationToken);

    [Delete("/{allocation}"), GraphOperation("revoke_credit", IfRefused = IfCreditRefused)]
    Task<SuccessResponse> Revoke(string allocation, CancellationToken cancellationToken);
}
