namespace WhatsCommerce.Storefronts;

/// <summary>Who sends within the running call, for the observer that writes the message down.</summary>
internal sealed record SendAuthor(ConversationAuthor Author, string? By = null)
{
    private static readonly AsyncLocal<SendAuthor?> Running = new();

    /// <summary>Gets who sends now; the app unless somebody said otherwise.</summary>
    public static SendAuthor Current => Running.Value ?? new SendAuthor(ConversationAuthor.App);

    /// <summary>Sends in the name of the storefront: what no code of the app and no person asked for.</summary>
    public static Task<T> AsStorefrontAsync<T>(Func<Task<T>> send) => SendAsync(new SendAuthor(ConversationAuthor.Storefront), send);

    /// <summary>Sends in somebody's name. What an asynchronous method sets ends with it.</summary>
    public static async Task<T> SendAsync<T>(SendAuthor author, Func<Task<T>> send)
    {
        Running.Value = author;
        return await send().ConfigureAwait(false);
    }
}
