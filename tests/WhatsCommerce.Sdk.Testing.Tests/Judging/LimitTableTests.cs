using System.Reflection;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Testing.Tests;

/// <summary>
/// Each documented limit wherever it holds: a message at the limit is accepted, one that is a step over it is refused with Meta's code.
/// </summary>
public sealed class LimitTableTests
{
    public static TheoryData<string> Rows => [.. LimitTable.Rows.Select(row => row.ToString())];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Post_AtTheLimit_IsAcceptedAndOneOverItIsRefused(string limit)
    {
        LimitRow row = Assert.Single(LimitTable.Rows, row => row.ToString() == limit);
        await using Stage stage = await Stage.StartAsync(new() { TimeProvider = new ManualTime() }, connect: false);
        stage.Cloud.Catalog.Add("apple", "Apples", new Money(1m, "USD")).Add(Bodies.X(100), "Pears", new Money(1m, "USD"));

        Answer atTheLimit = await stage.PostAsync(row.Message(row.Limit));
        Answer overIt = await stage.PostAsync(row.Message(row.OverIt));

        atTheLimit.AssertAccepted();
        overIt.AssertRefused(row.Code);
    }

    [Fact]
    public void Rows_OfEveryLimitOfTheClient_AreThereAndAgree()
    {
        Dictionary<string, int> documented = typeof(MessageLimits).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(limit => limit.PropertyType == typeof(int))
            .ToDictionary(limit => limit.Name, limit => (int)limit.GetValue(null)!);

        // A one-time password is known by its template only: TemplateFitTests.
        Assert.Equal([nameof(MessageLimits.OneTimePassword)], documented.Keys.Except(LimitTable.Rows.Select(row => row.Constant)));
        Assert.All(LimitTable.Rows, row => Assert.Equal(documented[row.Constant], row.Limit));
    }
}
