using WhatsCommerce.Onboarding;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Onboarding;

/// <summary>Embedded sign-up's code, accounts, and lines of credit.</summary>
public class OnboardingClientTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        const string Account = """{"id":"102290129340398","name":"Lucky Shrub","currency":"USD"}""";
        using StubMeta meta = new(
            StubMeta.Ok("""{"access_token":"EAAJB","token_type":"bearer","expires_in":5183944}"""),
            StubMeta.Ok($$"""{"data":[{{Account}}]}"""),
            StubMeta.Ok($$"""{"data":[{{Account}}]}"""),
            StubMeta.Ok(Account),
            StubMeta.Ok("""{"data":[{"id":"1972385232742146","legal_entity_name":"Lucky Shrub"}]}"""),
            StubMeta.Ok("""{"allocation_config_id":"58501441721238","waba_id":"102290129340398"}"""),
            StubMeta.Ok("""{"id":"58501441721238","receiving_credential":{"id":"17"},"receiving_business":{"id":"9","name":"Client"}}"""),
            StubMeta.Ok("""{"success":true}"""));
        using TestClient client = new(
            Meta, options => (options.BusinessId, options.AppSecret) = ("506914307656634", Secret), meta);
        OnboardingClient onboarding = client.Client.Onboarding;

        BusinessToken token = await onboarding.ExchangeCodeAsync("236484624622562", "AQBhlXsctMxJYb+/=", Token);
        Assert.Single(await onboarding.ListOwnedAccountsAsync(cancellationToken: Token).ToListAsync(Token));
        Assert.Single(await onboarding.ListClientAccountsAsync("17", Token).ToListAsync(Token));
        BusinessAccount account = await onboarding.GetAccountAsync("102290129340398", Token);
        CreditLine line = Assert.Single(await onboarding.ListCreditLinesAsync(cancellationToken: Token).ToListAsync(Token));
        SharedCredit shared = await onboarding.ShareCreditLineAsync(line.Id!, account.Id, "USD", Token);
        CreditShare share = await onboarding.GetCreditShareAsync(shared.AllocationId, Token);
        await onboarding.RevokeCreditAsync(shared.AllocationId, Token);

        Assert.Equal(("EAAJB", TimeSpan.FromSeconds(5183944)), (token.AccessToken, token.ExpiresIn));
        Assert.Equal(("102290129340398", "17", "9"), (shared.AccountId, share.FundingId!, share.ReceivingBusiness!.Id.Value));
        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Fact]
    public async Task ExchangeCodeAsync_AnyOutcome_CarriesNoTokenAndTellsNeitherSecretNorCode()
    {
        const string Code = "AQBhlXsctMxJYbwbrpyb";
        using StubMeta meta = new(StubMeta.Answer(
            System.Net.HttpStatusCode.BadRequest,
            $$$"""{"error":{"message":"This authorization code {{{Code}}} has been used with """
                + $$$"""{{{Secret}}}.","type":"OAuthException","code":100}}"""));
        using TestClient client = new(Meta, options => options.AppSecret = Secret, meta);

        GraphException refused =
            await Assert.ThrowsAnyAsync<GraphException>(() => client.Client.Onboarding.ExchangeCodeAsync("17", Code, Token));

        StubMeta.Request request = Assert.Single(meta.Requests);
        Assert.Null(request.Token);
        Assert.DoesNotContain("appsecret_proof", request.Uri.Query, StringComparison.Ordinal);
        Assert.DoesNotContain(Code, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("EAAJB", new BusinessToken { AccessToken = "EAAJB" }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExchangeCodeAsync_ServerError_IsNotRetried()
    {
        using StubMeta meta = new(StubMeta.Error(2, 500));
        using TestClient client = new(Meta, options => options.AppSecret = Secret, meta);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.Client.Onboarding.ExchangeCodeAsync("17", "code", Token));

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task Requests_WhatCannotBe_AreNotSent()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        OnboardingClient onboarding = client.Client.Onboarding;

        await Assert.ThrowsAsync<ArgumentException>(() => onboarding.ExchangeCodeAsync("17&x=1", "code", Token));
        await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => onboarding.ExchangeCodeAsync("17", " ", Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => onboarding.ExchangeCodeAsync("17", "code", Token));
        await Assert.ThrowsAsync<ArgumentException>(() => onboarding.ShareCreditLineAsync("../1", "17", "USD", Token));
        await Assert.ThrowsAsync<ArgumentException>(() => onboarding.ShareCreditLineAsync("1", default, "USD", Token));
        await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => onboarding.ShareCreditLineAsync("1", "17", "US$", Token));
        await Assert.ThrowsAsync<ArgumentException>(() => onboarding.RevokeCreditAsync("1/2", Token));

        Assert.Empty(meta.Requests);
    }
}
