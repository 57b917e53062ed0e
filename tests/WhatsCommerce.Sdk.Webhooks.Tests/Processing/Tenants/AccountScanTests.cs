using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Which accounts an unverified body names.</summary>
public sealed class AccountScanTests
{
    [Theory]
    [InlineData("""{"object":"x","entry":[{"id":"1","changes":[{"id":"9"}]},{"changes":[{"entry":[{"id":"8"}]}],"id":"2"}]}""", "1,2")]
    [InlineData("""{"entry":[{"id":1},{"id":"1"},{"id":null},{"id":["3"]},{"id":{"id":"4"}},7,[{"id":"5"}]],"id":"6"}""", "1")]
    [InlineData("""{"entry":[{"id":"12345678901234567890123456789012345678901"},{"id":"a1"},{"id":""},{"id":"-1"},{"id":"1.5"}]}""", "")]
    [InlineData("""{"entry":{"id":"1"}}""", "")]
    [InlineData("""[{"entry":[{"id":"1"}]}]""", "")]
    [InlineData("""{"entry":[{"id":"1"},{"id":"2" """, "1,2")]
    [InlineData("""{"entry":[{"id":"1"},}""", "1")]
    [InlineData("\uFEFF{\"entry\":[{\"id\":\"1\"}]}", "1")]
    [InlineData("nonsense", "")]
    [InlineData("", "")]
    public void Read_AnyBody_GivesTheAccountsOfItsEntries(string body, string expected)
    {
        IReadOnlyList<BusinessAccountId> accounts = AccountScan.Read(Encoding.UTF8.GetBytes(body));

        Assert.Equal(expected, string.Join(',', accounts.Select(account => account.Value)));
    }

    [Fact]
    public void Read_ManyAccounts_StopsAtTheMost()
    {
        string entries = string.Join(',', Enumerable.Range(1, 100).Select(i => $$"""{"id":"{{i}}"}"""));

        IReadOnlyList<BusinessAccountId> accounts = AccountScan.Read(Encoding.UTF8.GetBytes($$"""{"entry":[{{entries}}]}"""));

        Assert.Equal(AccountScan.MostAccounts, accounts.Count);
    }

    [Fact]
    public void Read_DeeperThanAllowed_GivesNothing()
    {
        string deep = new string('[', 1_000) + new string(']', 1_000);

        Assert.Empty(AccountScan.Read(Encoding.UTF8.GetBytes($$"""{"a":{{deep}},"entry":[{"id":"1"}]}""")));
    }
}
