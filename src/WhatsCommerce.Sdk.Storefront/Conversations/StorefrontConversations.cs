namespace WhatsCommerce.Storefronts;

/// <summary>
/// Reads conversations with customers, hands them over between bot and people, and sends messages as a person. Available as
/// <see cref="Storefront.Conversations"/>.
/// </summary>
/// <remarks>
/// While a person owns a conversation, there are no automatic replies, searches or reminders; carts are still offered, and order updates
/// are still sent. The conversation returns to the storefront when the person hands it back, or after
/// <see cref="StorefrontConversationOptions.IdleTime"/> without a message of a person.
/// </remarks>
public class StorefrontConversations
{
    private static readonly TimeSpan WritingLasts = TimeSpan.FromSeconds(10);

    private readonly ConversationLog _log = null!;
    private readonly ConversationOwnership _ownership = null!;
    private readonly ConversationSends _sends = null!;

    internal StorefrontConversations(ConversationLog log, ConversationOwnership ownership, ConversationSends sends)
    {
        _log = log;
        _ownership = ownership;
        _sends = sends;
    }

    /// <summary>Initializes a new instance for test doubles that override the methods.</summary>
    protected StorefrontConversations() { }

    /// <summary>Lists conversations, the one with the newest message first.</summary>
    /// <param name="query">The filter; the newest 50 unless specified.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The conversations, with unread count, last message and 24-hour window.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not from 1 to <see cref="ConversationQuery.MaxLimit"/>.</exception>
    public virtual Task<IReadOnlyList<CustomerConversation>> ListAsync(
        ConversationQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new ConversationQuery();
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, ConversationQuery.MaxLimit, nameof(query));
        return _log.Store.ListAsync(_log.ShopId, query, cancellationToken);
    }

    /// <summary>Finds the conversation with a customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The conversation; <see langword="null"/> when there is none.</returns>
    public virtual Task<CustomerConversation?> GetAsync(CustomerKey customer, CancellationToken cancellationToken = default) =>
        _log.Store.FindAsync(_log.ShopId, customer, cancellationToken);

    /// <summary>Reads the entries of a conversation page by page, newest page first.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="query">The entry before which the page ends, and the maximum number of entries; the newest 50 by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entries of the page, in the order in which they were stored.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of range.</exception>
    public virtual async Task<IReadOnlyList<ConversationEntry>> ReadAsync(
        CustomerKey customer, ConversationEntryQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new ConversationEntryQuery();
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, ConversationEntryQuery.MaxLimit, nameof(query));
        IReadOnlyList<ConversationEntry> newest =
            await _log.Store.ListEntriesAsync(_log.ShopId, customer, query, cancellationToken).ConfigureAwait(false);
        return [.. newest.Reverse()];
    }

    /// <summary>Takes over a conversation for a person, or requests a person.</summary>
    /// <remarks>
    /// If <paramref name="by"/> is <see langword="null"/>, any person may take it over afterwards, for example when an assistant hands
    /// over.
    /// </remarks>
    /// <param name="customer">The customer.</param>
    /// <param name="by">Who takes the conversation over; <see langword="null"/> to request a person.</param>
    /// <param name="reason">The reason, for the shop's people; at most 4,096 characters.</param>
    /// <param name="evenFromOthers">Whether to take it over even from another person.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcome, and the conversation.</returns>
    /// <exception cref="GraphException">
    /// Meta's routing rejected the call; only with <see cref="StorefrontConversationOptions.UseThreadControl"/>.
    /// </exception>
    /// <exception cref="OutcomeUnknownException">
    /// It is unknown whether Meta's routing handed the conversation over; the next webhook resolves that.
    /// </exception>
    public virtual async Task<TakeOverResult> TakeOverAsync(
        CustomerKey customer,
        string? by,
        string? reason = null,
        bool evenFromOthers = false,
        CancellationToken cancellationToken = default)
    {
        by = string.IsNullOrWhiteSpace(by) ? null : by.Trim();
        CustomerConversation? last = await GetAsync(customer, cancellationToken).ConfigureAwait(false);
        if (last is { Owner: ConversationOwner.Other } && _log.Options.UseThreadControl)
        {
            await _sends.TakeFromOtherAsync(last, cancellationToken).ConfigureAwait(false);
        }

        TakeOverOutcome outcome = TakeOverOutcome.NotFound;
        CustomerConversation? taken = await _log.ChangeAsync(
            customer,
            stored =>
            {
                last = stored;
                outcome = Judge(stored, by, evenFromOthers);
                return Task.FromResult(outcome == TakeOverOutcome.Taken ? _ownership.Taken(stored!, by, reason) : null);
            },
            webhook: null,
            cancellationToken).ConfigureAwait(false);
        return new TakeOverResult { Outcome = outcome, Conversation = taken ?? last };
    }

    /// <summary>Hands a conversation back to the storefront, or to the program that it was taken from.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="by">Who hands it back; <see langword="null"/> if it is the app's code.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether a person owned it.</returns>
    /// <exception cref="GraphException">
    /// Meta's routing rejected the call; only with <see cref="StorefrontConversationOptions.UseThreadControl"/>.
    /// </exception>
    public virtual async Task<bool> GiveBackAsync(CustomerKey customer, string? by = null, CancellationToken cancellationToken = default)
    {
        CustomerConversation? last = await GetAsync(customer, cancellationToken).ConfigureAwait(false);
        bool toOther = last is { Owner: ConversationOwner.Human, IsTakenFromOther: true } && _log.Options.UseThreadControl;
        if (toOther)
        {
            await _sends.PassToOtherAsync(last!, cancellationToken).ConfigureAwait(false);
        }

        return await _log.ChangeAsync(
            customer,
            stored => Task.FromResult(stored is { Owner: ConversationOwner.Human }
                ? _ownership.Given(
                    stored, by, GiveBackCause.Person, toOther ? ConversationOwner.Other : ConversationOwner.Bot)
                : null),
            webhook: null,
            cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>Adds a note, which the customer never sees.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="text">The note, at most 4,096 characters.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the conversation exists.</returns>
    /// <exception cref="ArgumentException">The text is blank or too long.</exception>
    public virtual async Task<bool> AddNoteAsync(
        CustomerKey customer, string text, string? by = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (text.Length > OutboundContent.LongestText)
        {
            throw new ArgumentException($"A note has at most {OutboundContent.LongestText} characters.", nameof(text));
        }

        ConversationEntry note = new()
        {
            ShopId = _log.ShopId,
            Id = _log.Shop.Ids.Next(),
            Customer = customer,
            Kind = ConversationEntryKind.Note,
            Author = by is null ? ConversationAuthor.App : ConversationAuthor.Person,
            By = by,
            At = _log.Shop.Now,
            Content = new ConversationContent { Text = text },
        };
        return await _log.ChangeAsync(
            customer,
            stored => Task.FromResult(stored is null ? null : new ConversationChange(stored, note)),
            webhook: null,
            cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>Marks the customer's messages as read: in the inbox, and optionally with blue check marks for the customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="tellsCustomer">Whether the customer sees blue check marks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether there were unread messages.</returns>
    /// <exception cref="GraphException">Meta rejected the call; the messages are still marked as read in the inbox.</exception>
    public virtual async Task<bool> MarkAsReadAsync(
        CustomerKey customer, bool tellsCustomer = true, CancellationToken cancellationToken = default)
    {
        CustomerConversation? read = await _log.ChangeAsync(
            customer,
            stored => Task.FromResult(stored is { Unread: > 0 } ? new ConversationChange(stored with { Unread = 0 }) : null),
            webhook: null,
            cancellationToken).ConfigureAwait(false);
        if (read is { LastInboundId.HasValue: true } && tellsCustomer)
        {
            await _sends.MarkAsReadAsync(read, cancellationToken).ConfigureAwait(false);
        }

        return read is not null;
    }

    /// <summary>Sends a text.</summary>
    /// <inheritdoc cref="SendAsync" path="/returns"/>
    /// <inheritdoc cref="SendAsync" path="/exception"/>
    /// <param name="customer">The customer.</param>
    /// <param name="text">The text, at most 4,096 characters.</param>
    /// <param name="by">The person who sends; <see langword="null"/> for code of the app.</param>
    /// <param name="onceKey">An idempotency key: calls with the same key send only once, see <see cref="SendOptions.OnceKey"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ConversationSendResult> SendTextAsync(
        CustomerKey customer, string text, string? by = null, string? onceKey = null, CancellationToken cancellationToken = default) =>
        SendAsync(customer, Message.Text(text).Build(), by, new SendOptions { OnceKey = onceKey }, cancellationToken);

    /// <summary>Sends products: one as a product message, several as a list in sections. A parent is replaced by its variants.</summary>
    /// <remarks>Only products without obstacles are sent, in the given order, at most 30. Requires the catalog module.</remarks>
    /// <inheritdoc cref="SendAsync" path="/returns"/>
    /// <inheritdoc cref="SendAsync" path="/exception"/>
    /// <param name="customer">The customer.</param>
    /// <param name="products">The products.</param>
    /// <param name="by">The person who sends; <see langword="null"/> for code of the app.</param>
    /// <param name="onceKey">An idempotency key: calls with the same key send only once, see <see cref="SendOptions.OnceKey"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The catalog module was not added.</exception>
    public virtual Task<ConversationSendResult> SendProductsAsync(
        CustomerKey customer,
        IReadOnlyList<RetailerId> products,
        string? by = null,
        string? onceKey = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(products);
        return _sends.SendProductsAsync(customer, products, by, onceKey, cancellationToken);
    }

    /// <summary>Offers the customer's open cart for payment: sends the payment link, or asks how to pay.</summary>
    /// <inheritdoc cref="SendAsync" path="/returns"/>
    /// <inheritdoc cref="SendAsync" path="/exception"/>
    /// <param name="customer">The customer.</param>
    /// <param name="by">The person who sends; <see langword="null"/> for code of the app.</param>
    /// <param name="onceKey">An idempotency key: calls with the same key send only once, see <see cref="SendOptions.OnceKey"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The checkout module was not added.</exception>
    public virtual Task<ConversationSendResult> SendOfferAsync(
        CustomerKey customer, string? by = null, string? onceKey = null, CancellationToken cancellationToken = default) =>
        _sends.SendOfferAsync(customer, by, onceKey, cancellationToken);

    /// <summary>Sends any message from the number that the customer wrote to.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="message">The message; outside the customer's 24-hour window a template.</param>
    /// <param name="by">
    /// The person who sends, who must have taken the conversation over; <see langword="null"/> for code of the app.
    /// </param>
    /// <param name="options">The message that it replies to, the idempotency key and so on.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it was sent.</returns>
    /// <exception cref="WhatsCommerceValidationException">The message breaks a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the message, or could not be reached.</exception>
    /// <exception cref="OutcomeUnknownException">The message may or may not have been sent.</exception>
    public virtual Task<ConversationSendResult> SendAsync(
        CustomerKey customer,
        OutboundMessage message,
        string? by = null,
        SendOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _sends.SendAsync(customer, message, by, options, cancellationToken);
    }

    /// <summary>
    /// Shows the other people of the shop, on all instances, that somebody is writing. Call it repeatedly while they are.
    /// </summary>
    /// <param name="customer">The customer of the conversation.</param>
    /// <param name="by">Who is writing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the conversation exists.</returns>
    public virtual async Task<bool> NotifyTypingAsync(CustomerKey customer, string by, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (await GetAsync(customer, cancellationToken).ConfigureAwait(false) is null)
        {
            return false;
        }

        await _log.Store.WriteAsync(
            _log.ShopId, new ConversationTyping { Customer = customer, By = by, At = _log.Shop.Now }, cancellationToken)
            .ConfigureAwait(false);
        _log.Changed.Set();
        return true;
    }

    /// <summary>
    /// Lists who is writing, on all instances: reports of <see cref="NotifyTypingAsync"/> within the last ten seconds. Instances whose
    /// clocks differ by more do not see each other's reports.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The people who are writing.</returns>
    public virtual Task<IReadOnlyList<ConversationTyping>> ListTypingAsync(CancellationToken cancellationToken = default) =>
        _log.Store.ListTypingAsync(_log.ShopId, _log.Shop.Now - WritingLasts, cancellationToken);

    /// <summary>
    /// Waits until a conversation changes in this process, or a timeout expires. Changes of other instances do not end the wait: read again
    /// after the timeout.
    /// </summary>
    /// <param name="atMost">The timeout.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that completes with the next change or the timeout.</returns>
    public virtual async Task WaitForChangeAsync(TimeSpan atMost, CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_log.Changed.Next, Task.Delay(atMost, _log.Shop.Time, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private TakeOverOutcome Judge(CustomerConversation? stored, string? by, bool evenFromOthers)
    {
        if (stored is null)
        {
            return TakeOverOutcome.NotFound;
        }

        if (stored.GetOwner(_log.Shop.Now) != ConversationOwner.Human)
        {
            return TakeOverOutcome.Taken;
        }

        if (by is null || stored.Assignee == by)
        {
            return TakeOverOutcome.WasTheirs;
        }

        return stored.Assignee is null || evenFromOthers ? TakeOverOutcome.Taken : TakeOverOutcome.HeldByOther;
    }
}
