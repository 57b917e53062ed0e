namespace WhatsCommerce.Tests.Sending;

/// <summary>What everything that knows preferences must do. A class for each derives from it and says how to open one.</summary>
public abstract class MarketingPreferencesContract : IAsyncLifetime
{
    private const string From = "106540352242922";
    private const string Number = "+16505551234";
    private const string User = "US.13491208655302741918";
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Empty preferences.</summary>
    protected IMarketingPreferences Preferences { get; private set; } = null!;

    /// <summary>Another instance that shares their memory; the same one where nothing can be shared.</summary>
    protected IMarketingPreferences Other { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (Preferences, Other) = await OpenAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens empty preferences, and another instance over the same memory.</summary>
    protected abstract ValueTask<(IMarketingPreferences Preferences, IMarketingPreferences Other)> OpenAsync();

    [Fact]
    public async Task FindStopped_NothingRecorded_IsNobody() => Assert.Empty(await StoppedAsync(Number, User));

    [Fact]
    public async Task FindStopped_Nobody_IsNobody() => Assert.Empty(await StoppedAsync());

    [Fact]
    public async Task Record_Stop_IsKnownByEachIdAndEachFormOfTheNumber()
    {
        await RecordAsync(isStopped: true, Noon, Number, User);

        Assert.Equal([SendIntent.HashOf(Number), SendIntent.HashOf(User)], (await StoppedAsync(Number, User, "+16505550000")).Order());
        Assert.Single(await StoppedAsync("1 (650) 555-1234"));
    }

    [Fact]
    public async Task Record_Stop_IsOfTheNumberThatTheCustomerWroteTo()
    {
        await RecordAsync(isStopped: true, Noon, Number);

        Assert.Empty(await Other.FindStoppedAsync("7", [SendIntent.HashOf(Number)], Cancel));
    }

    [Fact]
    public async Task Record_InAnyOrder_KeepsTheLatest()
    {
        await RecordAsync(isStopped: false, Noon.AddMinutes(1), Number);
        await RecordAsync(isStopped: true, Noon, Number);
        await RecordAsync(isStopped: true, Noon, Number);
        Assert.Empty(await StoppedAsync(Number));

        await RecordAsync(isStopped: true, Noon.AddMinutes(2), Number);
        Assert.Single(await StoppedAsync(Number));

        await RecordAsync(isStopped: false, Noon.AddMinutes(3), Number);
        Assert.Empty(await StoppedAsync(Number));
    }

    private ValueTask RecordAsync(bool isStopped, DateTimeOffset at, params Recipient[] customer) =>
        Preferences.RecordAsync(new MarketingPreference(From, isStopped, at, customer), Cancel);

    private async Task<IReadOnlySet<string>> StoppedAsync(params Recipient[] recipients) =>
        await Other.FindStoppedAsync(From, [.. recipients.Select(SendIntent.HashOf)], Cancel);
}
