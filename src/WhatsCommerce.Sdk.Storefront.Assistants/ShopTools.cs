namespace WhatsCommerce.Storefronts;

/// <summary>
/// The tools that a model can call in one turn of one conversation. Customer, address and shop are bound here and cannot be set by tool
/// arguments.
/// </summary>
/// <remarks>
/// Created by <see cref="ShopToolsFactory"/>, one instance per turn. Calls run one after another. Each call raises
/// <see cref="ToolCalled"/>, counts against the budgets of <see cref="AssistantOptions"/>, and returns JSON whose amounts are formatted by
/// code.
/// </remarks>
#pragma warning disable CA1001 // The semaphore holds nothing of the system as long as nobody asks for its wait handle.
public sealed class ShopTools
#pragma warning restore CA1001
{
    private readonly AssistantShop _shop;
    private readonly IShopSender _sender;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _calls;
    private int _messages;
    private int _products;
    private bool _toldOverBudget;

    internal ShopTools(AssistantShop shop, ShopConversation conversation, string language, IShopSender sender)
    {
        _shop = shop;
        _sender = sender;
        Conversation = conversation;
        Language = language;
        Tools = [.. AllTools.All.Where(tool => tool.IsOffered(shop))];
        Functions = [.. Tools.Select(tool => new ShopFunction(this, tool))];
    }

    /// <summary>
    /// Gets the tools as functions. Of search_products, get_product, show_products, get_cart, propose_cart, start_checkout, order_status
    /// and hand_to_human, these are the ones whose modules the shop has.
    /// </summary>
    public IReadOnlyList<AIFunction> Functions { get; }

    /// <summary>Gets the conversation that the tools are bound to.</summary>
    public ShopConversation Conversation { get; }

    /// <summary>Gets a value indicating whether the conversation was handed to a person; the model must not answer then.</summary>
    public bool IsHandedOver { get; private set; }

    internal IReadOnlyList<ShopTool> Tools { get; }
    internal string Language { get; }
    internal TurnFacts Facts { get; } = new();

    /// <summary>The number of messages that the tools of the turn have sent.</summary>
    internal int Sent { get; private set; }

    /// <summary>Calls a tool.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="arguments">The arguments from the model: JSON elements, strings, numbers, lists.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The result for the model. Mistakes of the model are results, not exceptions.</returns>
    public async Task<ShopToolResult> CallAsync(
        string tool, IEnumerable<KeyValuePair<string, object?>>? arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tool);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await new ToolCall(_shop, this, _sender.TurnId).RunAsync(tool, arguments, ++_calls, cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Whether this is the first call beyond a budget, which raises an event.</summary>
    internal bool TellsOverBudget()
    {
        bool tells = !_toldOverBudget;
        _toldOverBudget = true;
        return tells;
    }

    /// <summary>The id of a cart that a call creates; the same when the turn is retried.</summary>
    internal CartId NewCartId(int number) => SendKey.HashOf(
        "proposal", _shop.Shop.ShopId, _sender.TurnId, number.ToString(System.Globalization.CultureInfo.InvariantCulture))[..32];

    /// <summary>
    /// Takes the cost of a message from the budgets before anything is stored or requested from a provider; fails while a person owns the
    /// conversation.
    /// </summary>
    internal async Task ReserveAsync(int products, CustomerKey customer, CancellationToken cancellationToken)
    {
        if (_messages >= _shop.Options.MessagesPerTurn)
        {
            throw new ToolRefusal(ToolOutcome.OverBudget, "No more messages can be sent in this turn. Answer in words, or end.");
        }

        if (_products + products > _shop.Options.ProductsPerTurn)
        {
            throw new ToolRefusal(
                ToolOutcome.OverBudget, $"No more than {Plural.Of(_shop.Options.ProductsPerTurn, "product")} can be shown in a turn.");
        }

        if (await _shop.IsTakenAsync(customer, cancellationToken).ConfigureAwait(false))
        {
            IsHandedOver = true;
            throw new ToolRefusal(ToolOutcome.HandedOver, "A person of the shop has the conversation now. Say nothing more.");
        }

        AssistantUse use = new() { Messages = 1, Products = products };
        if (!await _shop.TryTakeAsync(customer, use, cancellationToken).ConfigureAwait(false))
        {
            throw new ToolRefusal(ToolOutcome.OverBudget, "The customer was sent enough for this hour. Answer in words, or end.");
        }

        _messages++;
        _products += products;
    }

    /// <summary>Sends a message that was reserved before.</summary>
    internal async Task SendAsync(OutboundMessage message, FollowUp? followUp, CancellationToken cancellationToken)
    {
        if (!await _sender.SendAsync(message, followUp, cancellationToken).ConfigureAwait(false))
        {
            throw ToolRefusal.Declined("The customer's 24 hours are over: nothing can be sent before they write again.");
        }

        Sent++;
    }

    /// <summary>Hands the conversation over to a person once: stores the request, and notifies the customer.</summary>
    internal async Task HandOverAsync(
        HumanRequestCause cause, string? reason, CustomerKey customer, CancellationToken cancellationToken)
    {
        IsHandedOver = true;
        if (await _shop.IsTakenAsync(customer, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        await _shop.People.TellAsync(
            new HumanRequested
            {
                Id = _sender.TurnId + "/human",
                ShopId = _shop.Shop.ShopId,
                Customer = customer,
                PhoneNumberId = Conversation.PhoneNumberId,
                At = _shop.Shop.Now,
                Cause = cause,
                Reason = reason,
                Language = Language,
                To = Conversation.To,
            },
            cancellationToken).ConfigureAwait(false);
        if (await _shop.TryTakeAsync(customer, new AssistantUse { Messages = 1 }, cancellationToken).ConfigureAwait(false))
        {
            string told = _shop.Texts.Get(StorefrontText.HandedOver, Language);
            await _sender.SendAsync(Message.Text(told).Build(), followUp: null, cancellationToken).ConfigureAwait(false);
        }

        // Done last, so that a retry still notifies the customer.
        await _shop.People.HandOverAsync(customer, reason, cancellationToken).ConfigureAwait(false);
    }
}
