using System.Text;

namespace WhatsCommerce.Tests.Sending;

/// <summary>
/// What every ledger of sends must do. A class for each ledger derives from it and says how to open one and how time passes.
/// </summary>
public abstract class SendLedgerContract : IAsyncLifetime
{
    protected static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const string From = "106540352242922";
    private static readonly byte[] Receipt = [1, 2, 3, 0, 255];

    /// <summary>An empty ledger.</summary>
    protected ISendLedger Ledger { get; private set; } = null!;

    /// <summary>Another instance that shares its memory; the same one where nothing can be shared.</summary>
    protected ISendLedger Other { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The cases of keys that are not those of every day.</summary>
    public static TheoryData<string> OddKeys =>
    [
        "a\0b",
        "\ud83c\udf4e \ud840\udc00 gr\u00fc\u00dfe",
        "'; drop table x; --",
        new string('k', 100_000),
    ];

    public async ValueTask InitializeAsync() => (Ledger, Other) = await OpenAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens an empty ledger, and another instance over the same memory.</summary>
    protected abstract ValueTask<(ISendLedger Ledger, ISendLedger Other)> OpenAsync();

    /// <summary>Makes the ledger believe that time has passed.</summary>
    protected abstract ValueTask PassTimeAsync(TimeSpan time);

    [Fact]
    public async Task TryBegin_FreeKey_IsBegun() =>
        Assert.Equal(SendState.Begun, (await Ledger.TryBeginAsync(Intent(), Lease, Cancel)).State);

    [Fact]
    public async Task TryBegin_TheSameAttemptAgain_IsBegunAgain()
    {
        SendIntent intent = await BeginAsync();

        Assert.Equal(SendState.Begun, (await Other.TryBeginAsync(intent, Lease, Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_TakenByAnother_IsUnderWayAndTellsWhat()
    {
        SendIntent intent = await BeginAsync();

        SendRecord record = await Other.TryBeginAsync(Intent(), Lease, Cancel);

        Assert.Equal(SendState.UnderWay, record.State);
        Assert.Equal((intent.RecipientHash, intent.ContentHash), (record.RecipientHash, record.ContentHash));
    }

    [Fact]
    public async Task TryBegin_LeaseOver_IsUnknownAndStaysSo()
    {
        await BeginAsync();
        await PassTimeAsync(Lease);

        Assert.Equal(SendState.Unknown, (await Other.TryBeginAsync(Intent(), Lease, Cancel)).State);
        Assert.Equal(SendState.Unknown, (await Ledger.TryBeginAsync(Intent(), Lease, Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_LeaseNotOverYet_IsUnderWay()
    {
        await BeginAsync();
        await PassTimeAsync(Lease - TimeSpan.FromSeconds(30));

        Assert.Equal(SendState.UnderWay, (await Other.TryBeginAsync(Intent(), Lease, Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_Completed_GivesIdAndReceipt()
    {
        SendIntent intent = await BeginAsync();
        Assert.True(await Ledger.CompleteAsync(intent, "wamid.A", Receipt, Cancel));

        SendRecord record = await Other.TryBeginAsync(Intent(), Lease, Cancel);

        Assert.Equal(SendState.Sent, record.State);
        Assert.Equal("wamid.A", record.MessageId.Value);
        Assert.Equal(Receipt, record.Receipt.ToArray());
        Assert.Equal((intent.RecipientHash, intent.ContentHash), (record.RecipientHash, record.ContentHash));
        Assert.NotEqual(default, record.Since);
    }

    [Fact]
    public async Task TryBegin_CompletedSixDaysAgo_StillKnowsIt()
    {
        await Ledger.CompleteAsync(await BeginAsync(), "wamid.A", Receipt, Cancel);
        await PassTimeAsync(TimeSpan.FromDays(6.9));

        Assert.Equal(SendState.Sent, (await Other.TryBeginAsync(Intent(), Lease, Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_UnknownForAYear_StillKnowsIt()
    {
        await Ledger.MarkUnknownAsync(await BeginAsync(), Cancel);
        await PassTimeAsync(TimeSpan.FromDays(365));

        Assert.Equal(SendState.Unknown, (await Other.TryBeginAsync(Intent(), Lease, Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_Released_IsBegunAgain()
    {
        Assert.True(await Ledger.ReleaseAsync(await BeginAsync(), Cancel));

        Assert.Equal(SendState.Begun, (await Other.TryBeginAsync(Intent(content: "another"), Lease, Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_SameKeyOfAnotherNumber_IsAnotherSend()
    {
        await BeginAsync();

        Assert.Equal(SendState.Begun, (await Other.TryBeginAsync(Intent(from: "7"), Lease, Cancel)).State);
    }

    [Fact]
    public async Task TryBegin_AHundredAtOnce_OneBegins()
    {
        SendRecord[] records = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(
            () => (i % 2 == 0 ? Ledger : Other).TryBeginAsync(Intent(), Lease, Cancel).AsTask(), Cancel)));

        Assert.Single(records, record => record.State == SendState.Begun);
        Assert.Equal(99, records.Count(record => record.State == SendState.UnderWay));
    }

    [Theory, MemberData(nameof(OddKeys))]
    public async Task TryBegin_OddKeys_AreToldApart(string key)
    {
        await BeginAsync(key);

        Assert.Equal(SendState.UnderWay, (await Other.TryBeginAsync(Intent(key), Lease, Cancel)).State);
        Assert.Equal(SendState.Begun, (await Other.TryBeginAsync(Intent(key + "b"), Lease, Cancel)).State);
    }

    [Fact]
    public async Task Complete_LateButNotOvertaken_Counts()
    {
        SendIntent intent = await BeginAsync();
        await PassTimeAsync(2 * Lease);

        Assert.True(await Ledger.CompleteAsync(intent, "wamid.A", Receipt, Cancel));
        Assert.Equal(SendState.Sent, (await Other.TryBeginAsync(Intent(), Lease, Cancel)).State);
    }

    [Fact]
    public async Task Complete_FreedMeanwhile_IsToldSo()
    {
        SendIntent intent = await BeginAsync();
        await PassTimeAsync(Lease);
        Assert.True(await Other.ResolveAsync(intent.Key, sentAs: default, Cancel));
        SendIntent next = await BeginAsync();

        Assert.False(await Ledger.CompleteAsync(intent, "wamid.A", Receipt, Cancel));
        Assert.True(await Ledger.CompleteAsync(next, "wamid.B", Receipt, Cancel));
    }

    [Fact]
    public async Task Complete_AfterAStatusToldIt_AddsTheReceipt()
    {
        SendIntent intent = await BeginAsync();
        Assert.True(await Other.ResolveAsync(Reported(intent.Key.CallbackData), Cancel));

        Assert.True(await Ledger.CompleteAsync(intent, "wamid.A", Receipt, Cancel));
        Assert.Equal(Receipt, (await Other.TryBeginAsync(Intent(), Lease, Cancel)).Receipt.ToArray());
    }

    [Fact]
    public async Task ReleaseAndMarkUnknown_WhatWasSent_ChangeNothing()
    {
        SendIntent intent = await BeginAsync();
        await Ledger.CompleteAsync(intent, "wamid.A", Receipt, Cancel);

        Assert.False(await Ledger.ReleaseAsync(intent, Cancel));
        Assert.False(await Ledger.MarkUnknownAsync(intent, Cancel));
        Assert.Equal(SendState.Sent, (await Other.TryBeginAsync(Intent(), Lease, Cancel)).State);
    }

    [Fact]
    public async Task ReleaseAndMarkUnknown_OfAnotherAttempt_ChangeNothing()
    {
        await BeginAsync();
        SendIntent stranger = Intent();

        Assert.False(await Other.ReleaseAsync(stranger, Cancel));
        Assert.False(await Other.MarkUnknownAsync(stranger, Cancel));
        Assert.False(await Other.CompleteAsync(stranger, "wamid.A", Receipt, Cancel));
        Assert.Equal(SendState.UnderWay, (await Other.TryBeginAsync(Intent(), Lease, Cancel)).State);
    }

    [Fact]
    public async Task Resolve_StatusOfAnUnknownSend_IsSentWithItsId()
    {
        SendIntent intent = await BeginAsync();
        await Ledger.MarkUnknownAsync(intent, Cancel);

        Assert.True(await Other.ResolveAsync(Reported(intent.Key.CallbackData), Cancel));

        SendRecord record = await Ledger.TryBeginAsync(Intent(), Lease, Cancel);
        Assert.Equal((SendState.Sent, "wamid.A"), (record.State, record.MessageId.Value));
        Assert.True(record.Receipt.IsEmpty);
        Assert.False(await Other.ResolveAsync(Reported(intent.Key.CallbackData, "wamid.B"), Cancel));
    }

    [Fact]
    public async Task Resolve_StatusOfASendThatWasCutOff_IsSentWithItsId()
    {
        SendIntent intent = await BeginAsync();
        await PassTimeAsync(2 * Lease);

        Assert.True(await Other.ResolveAsync(Reported(intent.Key.CallbackData), Cancel));
        Assert.Equal(SendState.Sent, (await Ledger.TryBeginAsync(Intent(), Lease, Cancel)).State);
    }

    [Fact]
    public async Task Resolve_StatusOfNothingRemembered_ChangesNothing()
    {
        Assert.False(await Ledger.ResolveAsync(Reported(SendKey.CallbackDataOf("another")), Cancel));
        Assert.False(await Ledger.ResolveAsync(Reported("order 42"), Cancel));
    }

    [Fact]
    public async Task Resolve_StatusForAnotherNumber_ChangesNothing()
    {
        SendIntent intent = await BeginAsync();

        Assert.False(await Ledger.ResolveAsync(Reported(intent.Key.CallbackData, from: "7"), Cancel));
        Assert.Equal(SendState.UnderWay, (await Other.TryBeginAsync(Intent(), Lease, Cancel)).State);
    }

    [Theory]
    [InlineData("16505551234", true)]
    [InlineData("+16505551234", true)]
    [InlineData(null, true)]
    [InlineData("16505559999", false)]
    public async Task Resolve_CallbackDataOfTheApp_FindsTheOneSendToThatRecipient(string? recipient, bool isFound)
    {
        await Ledger.MarkUnknownAsync(await BeginAsync(callbackData: "order 42"), Cancel);

        Assert.Equal(isFound, await Other.ResolveAsync(Reported("order 42", recipient: recipient), Cancel));
        Assert.Equal(isFound ? SendState.Sent : SendState.Unknown, (await Ledger.TryBeginAsync(Intent(), Lease, Cancel)).State);
    }

    [Fact]
    public async Task Resolve_CallbackDataOfSeveralSends_SettlesNone()
    {
        await Ledger.CompleteAsync(await BeginAsync("first", callbackData: "greeting"), "wamid.A", Receipt, Cancel);
        await Ledger.MarkUnknownAsync(await BeginAsync("second", callbackData: "greeting"), Cancel);

        // It may be about the first one as well.
        Assert.False(await Other.ResolveAsync(Reported("greeting"), Cancel));
        Assert.Equal(SendState.Unknown, (await Ledger.TryBeginAsync(Intent("second"), Lease, Cancel)).State);
    }

    [Fact]
    public async Task Resolve_CallbackDataOfAFreedSend_LeavesTheOtherAlone()
    {
        await Ledger.ReleaseAsync(await BeginAsync("first", callbackData: "order 42"), Cancel);
        await Ledger.MarkUnknownAsync(await BeginAsync("second", callbackData: "order 42"), Cancel);

        Assert.True(await Other.ResolveAsync(Reported("order 42"), Cancel));
        Assert.Equal(SendState.Sent, (await Ledger.TryBeginAsync(Intent("second"), Lease, Cancel)).State);
    }

    [Fact]
    public async Task Resolve_ByHandAsNotSent_FreesTheKey()
    {
        SendIntent intent = await BeginAsync();
        await Ledger.MarkUnknownAsync(intent, Cancel);

        Assert.True(await Other.ResolveAsync(intent.Key, sentAs: default, Cancel));
        Assert.False(await Other.ResolveAsync(intent.Key, sentAs: default, Cancel));
        Assert.Equal(SendState.Begun, (await Ledger.TryBeginAsync(Intent(), Lease, Cancel)).State);
    }

    [Fact]
    public async Task Resolve_ByHandAsSent_GivesTheIdFromThenOn()
    {
        SendIntent intent = await BeginAsync();
        await Ledger.MarkUnknownAsync(intent, Cancel);

        Assert.True(await Other.ResolveAsync(intent.Key, "wamid.found", Cancel));
        Assert.Equal("wamid.found", (await Ledger.TryBeginAsync(Intent(), Lease, Cancel)).MessageId.Value);
    }

    [Fact]
    public async Task Resolve_ByHandAsNotSentWhileUnderWay_IsRefused()
    {
        SendIntent intent = await BeginAsync();

        Assert.False(await Other.ResolveAsync(intent.Key, sentAs: default, Cancel));
        Assert.True(await Ledger.CompleteAsync(intent, "wamid.A", Receipt, Cancel));
        Assert.False(await Other.ResolveAsync(intent.Key, sentAs: default, Cancel));
    }

    [Fact]
    public async Task Resolve_MessageIdWithWhatDatabasesDoNotTake_IsKeptAsItIs()
    {
        SendIntent intent = await BeginAsync();

        await Other.ResolveAsync(Reported(intent.Key.CallbackData, "wamid.\0\\\ud800"), Cancel);

        Assert.Equal("wamid.\0\\\ud800", (await Ledger.TryBeginAsync(Intent(), Lease, Cancel)).MessageId.Value);
    }

    private static SendIntent Intent(string key = "order-42", string from = From, string content = "Hello", string? callbackData = null) =>
        new(new SendKey(from, key), "+16505551234", Encoding.UTF8.GetBytes(content), callbackData);

    private static ReportedSend Reported(
        string callbackData, string id = "wamid.A", string from = From, string? recipient = "16505551234") =>
        new(from, id, callbackData, recipient);

    private async Task<SendIntent> BeginAsync(string key = "order-42", string? callbackData = null)
    {
        SendIntent intent = Intent(key, callbackData: callbackData);
        Assert.Equal(SendState.Begun, (await Ledger.TryBeginAsync(intent, Lease, Cancel)).State);
        return intent;
    }
}
