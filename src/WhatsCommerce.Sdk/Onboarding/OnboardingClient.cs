namespace WhatsCommerce.Onboarding;

/// <summary>
/// Onboards businesses as a solution provider: the code of embedded signup, their accounts, and the line of credit. Available as
/// <see cref="WhatsCommerceClient.Onboarding"/>.
/// </summary>
/// <remarks>
/// An omitted business portfolio or account is that of the client. Source: Meta, embedded-signup and
/// solution-providers.
/// </remarks>
public class OnboardingClient
{
    private const int CurrencyLetters = 3;

    // A code is valid for one exchange.
    private static readonly GraphOperation Exchange = new("exchange_code", ResponseReader.Of(OnboardingJson.Default.BusinessToken))
    {
        IsSentOnce = true,
        IfRefused = " A code is good once, for some 30 seconds, and for the app that the sign-up ran in.",
        IfUnknown = "Whether the code was exchanged is not known; the request was not retried, because a code is good once. Let the "
            + "customer go through the sign-up again.",
    };

    private static readonly GraphOperation Share = new("share_credit_line", ResponseReader.Of(OnboardingJson.Default.SharedCredit))
    {
        IsSentOnce = true,
        IfRefused = IOnboardingApi.IfCreditRefused,
        IfUnknown = "Whether the line of credit is shared is not known; the request was not retried. Read PrimaryFundingId of the account "
            + "before you share it again.",
    };

    private readonly GraphTransport _transport = null!;

    private IOnboardingApi Api => field ??= GraphApi.Create<IOnboardingApi>(_transport, OnboardingJson.Default);

    internal OnboardingClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected OnboardingClient() { }

    /// <summary>
    /// Exchanges the code of embedded signup for the business token of the customer. Authorized by the app's id and its secret
    /// (<see cref="WhatsCommerceOptions.AppSecret"/>); requires no token. Never retried when the outcome is unknown, because a code is
    /// valid only once.
    /// </summary>
    /// <param name="appId">The id of the app that the signup ran in; digits.</param>
    /// <param name="code">The code that the signup page received; valid for some 30 seconds.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The token; a secret.</returns>
    /// <exception cref="ArgumentException">The id is not a valid app id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">The code is blank; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The app secret is not set.</exception>
    /// <exception cref="GraphException">Meta rejected the code (used, expired, of another app), or could not be reached.</exception>
    /// <exception cref="OutcomeUnknownException">The code may or may not have been exchanged.</exception>
    public virtual async Task<BusinessToken> ExchangeCodeAsync(string appId, string code, CancellationToken cancellationToken = default)
    {
        RequireDigits(appId, nameof(appId), "app");
        Violations violations = new();
        violations.RequireText("code", code, "The code");
        violations.ThrowIfAny("The code was not exchanged");
        GraphAccount account = _transport.Account;
        string secret = account.AppSecret is { Length: > 0 } set ? set : throw new InvalidOperationException(
            "WhatsCommerceOptions.AppSecret is not set: a code is exchanged with the secret of the app that the sign-up ran in.");
        GraphCall call = new()
        {
            Operation = Exchange,
            Account = account,
            Method = HttpMethod.Get,
            Path = "oauth/access_token",
            Query = $"?client_id={appId}&client_secret={Uri.EscapeDataString(secret)}&code={Uri.EscapeDataString(code)}",
            QuerySecret = code,
        };
        return await _transport.CallAsync<BusinessToken>(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists the WhatsApp Business accounts that a business portfolio owns.</summary>
    /// <param name="businessId">The portfolio.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<BusinessAccount> ListOwnedAccountsAsync(
        BusinessId businessId = default, CancellationToken cancellationToken = default)
    {
        businessId = _transport.OwnBusiness(businessId);
        return _transport.List(
            (limit, after, token) => Api.ListOwned(businessId, BusinessAccount.Fields, limit, after, token), cancellationToken);
    }

    /// <summary>Lists the WhatsApp Business accounts that other businesses share with a portfolio, as customers do in embedded
    /// sign-up.</summary>
    /// <param name="businessId">The portfolio.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<BusinessAccount> ListClientAccountsAsync(
        BusinessId businessId = default, CancellationToken cancellationToken = default)
    {
        businessId = _transport.OwnBusiness(businessId);
        return _transport.List(
            (limit, after, token) => Api.ListClient(businessId, BusinessAccount.Fields, limit, after, token), cancellationToken);
    }

    /// <summary>Gets the state of an account: its review, its owner, its payment method.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<BusinessAccount> GetAccountAsync(
        BusinessAccountId accountId = default, CancellationToken cancellationToken = default) =>
        await Api.Get(_transport.OwnAccount(accountId), BusinessAccount.Fields, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the lines of credit of a business portfolio.</summary>
    /// <param name="businessId">The portfolio.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<CreditLine> ListCreditLinesAsync(BusinessId businessId = default, CancellationToken cancellationToken = default)
    {
        businessId = _transport.OwnBusiness(businessId);
        return _transport.List(
            (limit, after, token) => Api.ListCredit(businessId, CreditLine.Fields, limit, after, token), cancellationToken);
    }

    /// <summary>
    /// Shares a line of credit with the account of a customer, as its payment method. You are liable for what the account spends. Never
    /// retried when the outcome is unknown.
    /// </summary>
    /// <param name="creditLineId">The line of credit; digits.</param>
    /// <param name="accountId">The account of the customer.</param>
    /// <param name="currency">
    /// The currency of the invoices, as three letters. Meta documents AUD, EUR, GBP, IDR, INR and USD; other codes are sent as well, since
    /// Meta's list may grow.
    /// </param>
    /// <param name="cancellationToken">Cancels the call. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <returns>The allocation; store its id.</returns>
    /// <exception cref="ArgumentException">An id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">The currency does not have three letters; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    /// <exception cref="OutcomeUnknownException">The line of credit may or may not be shared.</exception>
    public virtual async Task<SharedCredit> ShareCreditLineAsync(
        string creditLineId, BusinessAccountId accountId, Currency currency, CancellationToken cancellationToken = default)
    {
        RequireDigits(creditLineId, nameof(creditLineId), "line of credit");
        GraphPath.Check(accountId);
        Violations violations = new();
        if (currency.Code is not { Length: CurrencyLetters } code || !code.All(char.IsAsciiLetterUpper))
        {
            violations.Add("waba_currency", ViolationRule.Format, "The currency must be a code of three letters, such as USD.");
        }

        violations.ThrowIfAny("The line of credit was not shared");
        GraphCall call = new()
        {
            Operation = Share,
            Account = _transport.Account,
            Method = HttpMethod.Post,
            Path = $"{creditLineId}/whatsapp_credit_sharing_and_attach",
            Query = $"?waba_currency={currency}&waba_id={accountId}",
            Body = "{}"u8.ToArray(),
        };
        return await _transport.CallAsync<SharedCredit>(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets the state of a shared line of credit.</summary>
    /// <param name="allocationId">The id of the allocation from <see cref="ShareCreditLineAsync"/>; digits.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<CreditShare> GetCreditShareAsync(string allocationId, CancellationToken cancellationToken = default)
    {
        RequireDigits(allocationId, nameof(allocationId), "sharing");
        return await Api.GetShare(allocationId, CreditShare.Fields, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Revokes a shared line of credit: the account no longer pays with it, and cannot send messages that cost money.</summary>
    /// <param name="allocationId">The id of the allocation from <see cref="ShareCreditLineAsync"/>; digits.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task RevokeCreditAsync(string allocationId, CancellationToken cancellationToken = default)
    {
        RequireDigits(allocationId, nameof(allocationId), "sharing");
        await Api.Revoke(allocationId, cancellationToken).ConfigureAwait(false);
    }

    private static void RequireDigits(string id, string parameter, string what)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, parameter);
        if (!id.All(char.IsAsciiDigit))
        {
            throw new ArgumentException($"The id of the {what} is digits only; nothing was sent.", parameter);
        }
    }
}
