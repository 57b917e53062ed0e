using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>What is a tenant's, and what a tenant shows.</summary>
public sealed class TenantTests
{
    [Theory]
    [InlineData("1", "10", true)]
    [InlineData("1", null, true)]
    [InlineData(null, "10", true)]
    [InlineData("2", "10", false)]
    [InlineData("1", "20", false)]
    [InlineData(null, null, false)]
    public void Owns_ListsNumberAndAccount_WantsBothWhereBothAreNamed(string? number, string? account, bool expected)
    {
        WhatsCommerceTenant tenant = new("one") { PhoneNumberIds = ["1"], BusinessAccountIds = ["10"] };

        Assert.Equal(expected, tenant.Owns(new() { PhoneNumberId = number!, BusinessAccountId = account! }));
    }

    [Fact]
    public void Owns_ListsNothing_LeavesItToTheDirectory() =>
        Assert.True(new WhatsCommerceTenant("one").Owns(new() { PhoneNumberId = "1", BusinessAccountId = "10" }));

    [Fact]
    public void ToString_TenantAndSecret_ShowNoSecret()
    {
        TenantSecret secret = new("app-secret", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        WhatsCommerceTenant tenant = new("one") { AppSecrets = [secret], AccessToken = "token", VerifyToken = "verify" };

        Assert.Equal(("tenant 'one'", "secret until 2026-01-02 03:04:05Z"), (tenant.ToString(), secret.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Constructor_BlankId_Throws(string id) => Assert.Throws<ArgumentException>(() => new WhatsCommerceTenant(id));

    [Fact]
    public void Constructor_LongId_Throws() => Assert.Throws<ArgumentException>(() => new WhatsCommerceTenant(new string('a', 129)));

    [Fact]
    public void ListedTenants_IdsThatNoWebhookHas_Throw()
    {
        Assert.Equal(
            [
                "One of the PhoneNumberIds of tenant 'one' is an id and must be digits only, as Meta's dashboard shows it; a phone "
                    + "number with + is not its id. (Parameter 'tenants')",
                "One of the BusinessAccountIds of tenant 'one' is an id and must be digits only, as Meta's dashboard shows it. (Parameter "
                    + "'tenants')",
                "Two of the tenants have the number 1; it can be of one only. (Parameter 'tenants')",
            ],
            [
                Refused(new WhatsCommerceTenant("one") { PhoneNumberIds = ["1", "+16505551234"] }),
                Refused(new WhatsCommerceTenant("one") { BusinessAccountIds = ["my business"] }),
                Refused(new("one") { PhoneNumberIds = ["1", "1"] }, new("two") { PhoneNumberIds = ["2", "1"] }),
            ]);

        static string Refused(params WhatsCommerceTenant[] tenants) =>
            Assert.Throws<ArgumentException>(() => new ListedTenants(tenants)).Message;
    }

    [Fact]
    public async Task ListedTenants_NumberThatNobodyLists_IsNobodys()
    {
        ListedTenants listed = new([new("by-account") { BusinessAccountIds = ["10"] }, new("by-number") { PhoneNumberIds = ["2"] }]);

        async Task<string?> Find(string? number, string? account) => (await listed.FindAsync(
            new TenantRoute { PhoneNumberId = number!, BusinessAccountId = account! }, TestContext.Current.CancellationToken))?.Id;

        Assert.Equal("by-account", await Find("1", "10"));
        Assert.Equal("by-number", await Find("2", "20"));
        Assert.Null(await Find("3", "30"));
        Assert.Null(await Find(null, "20"));
    }
}
