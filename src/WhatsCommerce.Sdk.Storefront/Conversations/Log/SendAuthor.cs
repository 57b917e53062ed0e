namespace WhatsCommerce.Storefronts;

/// <summary>The sender of the current asynchronous call, for the observer that logs sent messages.</summary>
internal sealed record SendAuthor(ConversationAuthor Author, string? By = null)
{
    private static readonly AsyncLocal<SendAuthor?> Running = new();

    /// <summary>Gets the current sender; the app unless another one was set.</summary>
    public static SendAuthor Current => Running.Value ?? new SendAuthor(ConversationAuthor.App);

    /// <summary>Sends on behalf of the storefront, for messages that neither the app's code nor a person requested.</summary>
    public static Task<T> AsStorefrontAsync<T>(Func<Task<T>> send) => SendAsync(new SendAuthor(ConversationAuthor.Storefront), send);

    /// <summary>Sends on behalf of an author. The value of an async local that an asynchronous method sets ends with the method.</summary>
    public static async Task<T> SendAsync<T>(SendAuthor author, Func<Task<T>> send)
    {
        Running.Value = author;
        return await send().ConfigureAwait(false);
    }
}
