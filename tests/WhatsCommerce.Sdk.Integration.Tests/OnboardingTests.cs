using WhatsCommerce.Onboarding;
using WhatsCommerce.PhoneNumbers;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>From the code of embedded sign-up to a number of a customer, and the settings of numbers.</summary>
public class OnboardingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExchangeCodeAsync_CodeOfASignup_GivesTheTokenOnce()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        pair.Cloud.AddAccount("300", PhoneNumber.Parse("+15550001111"), "tenant-token", "301");
        string code = pair.Cloud.SignUp("300");

        BusinessToken token = await pair.Client.Onboarding.ExchangeCodeAsync("17", code, Token);
        GraphException again = await Assert.ThrowsAnyAsync<GraphException>(
            () => pair.Client.Onboarding.ExchangeCodeAsync("17", code, Token));

        Assert.Equal("tenant-token", token.AccessToken);
        Assert.Equal(100, again.Error?.Code);
        Assert.DoesNotContain(code, again.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExchangeCodeAsync_WrongSecret_IsRefused()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync(options => options.AppSecret = "another-secret-of-an-app");

        GraphException refused = await Assert.ThrowsAnyAsync<GraphException>(
            () => pair.Client.Onboarding.ExchangeCodeAsync("17", pair.Cloud.SignUp(), Token));

        Assert.DoesNotContain("another-secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_OfTheBusinessAndOfCustomers_AreListedWithTheirNumbers()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        pair.Cloud.AddAccount("300", PhoneNumber.Parse("+15550001111"), pair.Cloud.Options.AccessToken!, "301");
        OnboardingClient onboarding = pair.Client.Onboarding;

        List<BusinessAccount> owned = await onboarding.ListOwnedAccountsAsync(cancellationToken: Token).ToListAsync(Token);
        List<BusinessAccount> shared = await onboarding.ListClientAccountsAsync(cancellationToken: Token).ToListAsync(Token);
        List<BusinessPhoneNumber> numbers = await pair.Client.PhoneNumbers.ListAsync("301", Token).ToListAsync(Token);

        Assert.Equal([pair.Cloud.Options.BusinessAccountId], owned.Select(account => account.Id.Value));
        Assert.Equal(["301"], shared.Select(account => account.Id.Value!));
        Assert.Equal(["300"], numbers.Select(number => number.Id.Value!));
        Assert.Equal(pair.Cloud.Options.BusinessId, (await onboarding.GetAccountAsync(cancellationToken: Token)).Owner?.Id.Value);
    }

    [Fact]
    public async Task CreditLine_SharedAndRevoked_PaysForTheAccountMeanwhile()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        OnboardingClient onboarding = pair.Client.Onboarding;
        BusinessAccountId account = pair.Cloud.Options.BusinessAccountId;

        CreditLine line = await onboarding.ListCreditLinesAsync(cancellationToken: Token).FirstAsync(Token);
        SharedCredit shared = await onboarding.ShareCreditLineAsync(line.Id!, account, "USD", Token);
        CreditShare share = await onboarding.GetCreditShareAsync(shared.AllocationId, Token);
        string? paying = (await onboarding.GetAccountAsync(account, Token)).PrimaryFundingId;
        await onboarding.RevokeCreditAsync(shared.AllocationId, Token);

        Assert.Equal(share.FundingId, paying);
        Assert.Equal("DELETED", (await onboarding.GetCreditShareAsync(shared.AllocationId, Token)).RequestStatus);
        Assert.Null((await onboarding.GetAccountAsync(account, Token)).PrimaryFundingId);
        GraphException refused = await Assert.ThrowsAnyAsync<GraphException>(
            () => onboarding.ShareCreditLineAsync(line.Id!, account, "XXX", Token));
        Assert.Equal(100, refused.Error?.Code);
    }

    [Fact]
    public async Task Settings_OfTheNumber_AreReadBack()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        PhoneNumbersClient numbers = pair.Client.PhoneNumbers;

        await numbers.SetIdentityCheckAsync(true, Token);
        GraphException registered = await Assert.ThrowsAnyAsync<GraphException>(() => numbers.SetLocalStorageAsync("BR", Token));
        await numbers.DeregisterAsync(Token);
        await numbers.SetLocalStorageAsync("BR", Token);
        await numbers.RegisterAsync("111222", cancellationToken: Token);
        NumberSettings settings = await numbers.GetSettingsAsync(Token);

        Assert.Equal(100, registered.Error?.Code);
        Assert.Equal(
            (true, "IN_COUNTRY_STORAGE_ENABLED", "BR"), (settings.IsIdentityCheckEnabled, settings.StorageStatus, settings.StorageRegion));
        Assert.True((await pair.Client.Calls.GetSettingsAsync(Token)).IsEnabled);
    }

    [Fact]
    public async Task OfficialAccount_AskedForOnce_IsPendingUntilTheTestDecides()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        PhoneNumbersClient numbers = pair.Client.PhoneNumbers;
        OfficialAccountRequest request = new() { Website = new("https://www.luckyshrub.com"), Country = "United States of America" };
        string? before = (await numbers.GetOfficialAccountAsync(Token)).Status;

        await numbers.RequestOfficialAccountAsync(request, Token);
        string? pending = (await numbers.GetOfficialAccountAsync(Token)).Status;
        await Assert.ThrowsAnyAsync<GraphException>(() => numbers.RequestOfficialAccountAsync(request, Token));
        pair.Cloud.Number.OfficialStatus = "APPROVED";

        Assert.Equal(("NOT_STARTED", "PENDING"), (before, pending));
        Assert.True((await numbers.GetAsync(Token)).IsOfficialBusinessAccount);
    }

    [Fact]
    public async Task DisplayName_AskedFor_IsReviewedAndThenShown()
    {
        WhatsCommerce.Tests.FakeTimeProvider time = new();
        await using ClientAndCloud pair =
            await ClientAndCloud.StartAsync(cloud: new() { TimeProvider = time, ReviewTime = TimeSpan.FromMinutes(5) });
        PhoneNumbersClient numbers = pair.Client.PhoneNumbers;

        await numbers.RequestDisplayNameAsync("Orchard & Sons", Token);
        BusinessPhoneNumber pending = await numbers.GetAsync(Token);
        time.Advance(TimeSpan.FromMinutes(6));
        await WhatsCommerce.Tests.Patiently.Until(() => pair.Cloud.Number.NewDisplayName is null);
        BusinessPhoneNumber shown = await numbers.GetAsync(Token);

        Assert.Equal(("Orchard & Sons", "PENDING_REVIEW"), (pending.NewDisplayName, pending.NewNameStatus));
        Assert.Equal(("Orchard & Sons", "NONE"), (shown.VerifiedName, shown.NewNameStatus));
    }
}
