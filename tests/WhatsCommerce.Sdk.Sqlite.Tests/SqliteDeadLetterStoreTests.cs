using WhatsCommerce.Tests.Processing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>What every store of dead letters must do, and what this one does on top.</summary>
public sealed class SqliteDeadLetterStoreTests : DeadLetterStoreContract
{
    private readonly TestFile _file = new();

    public override ValueTask DisposeAsync()
    {
        _file.Dispose();
        return default;
    }

    protected override ValueTask<IDeadLetterStore> OpenAsync() => new(_file.DeadLetters());

    [Fact]
    public async Task Replace_LetterThatIsThere_HasTheNewError()
    {
        await Store.AppendAsync(Letter("0123abcd"), Cancel);

        await Store.ReplaceAsync(Letter("0123abcd") with { Error = "still closed", Attempts = 11 }, Cancel);
        await Store.ReplaceAsync(Letter("nobody"), Cancel);

        DeadLetter letter = Assert.Single(await Store.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal(("still closed", 11), (letter.Error, letter.Attempts));
    }

    [Fact]
    public async Task List_ReasonOfALaterVersion_IsStillALetter()
    {
        await Store.AppendAsync(Letter("0123abcd"), Cancel);
        _file.Run("update whatscommerce_dead_letters set reason = 'Unheard'");

        Assert.Equal("0123abcd", Assert.Single(await Store.ListAsync(Cancel).ToListAsync(Cancel)).Id);
    }
}
