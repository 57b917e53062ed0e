namespace WhatsCommerce.Storefronts;

/// <summary>
/// What a model may do in one turn of one conversation. Customer, address and shop are bound here; no argument of a tool names them.
/// </summary>
/// <remarks>
/// Made by <see cref="ShopToolsFactory"/>, one for each turn. Calls run one after another. Each is an event (<see cref="ToolCalled"/>), is
/// counted against the budgets of <see cref="AssistantOptions"/>, and returns JSON in which amounts were written by code.
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
    /// Gets the tools as functions: those whose modules the shop has, of search_products, get_product, show_products, get_cart,
    /// propose_cart, start_checkout, order_status, hand_to_human.
    /// </summary>
    public IReadOnlyList<AIFunction> Functions { get; }

    /// <summary>Gets the conversation that they are bound to.</summary>
    public ShopConversation Conversation { get; }

    /// <summary>Gets a value indicating whether the conversation was handed to a person; the model has nothing more to say then.</summary>
    public bool IsHandedOver { get; private set; }

    internal IReadOnlyList<ShopTool> Tools { get; }
    internal string Language { get; }
    internal TurnFacts Facts { get; } = new();

    /// <summary>How many messages the tools of the turn sent.</summary>
    internal int Sent { get; private set; }

    /// <summary>Calls a tool.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="arguments">The arguments as the model wrote them: JSON elements, texts, numbers, lists.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the model is told; never an exception for what a model did wrong.</returns>
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

    /// <summary>Whether the first call beyond a budget is still to be told of.</summary>
    internal bool TellsOverBudget()
    {
        bool tells = !_toldOverBudget;
        _toldOverBudget = true;
        return tells;
    }

    /// <summary>The id of a cart that a call makes: of a turn that is repeated the same.</summary>
    internal CartId NewCartId(int number) => SendKey.HashOf(
        "proposal", _shop.Shop.ShopId, _sender.TurnId, number.ToString(System.Globalization.CultureInfo.InvariantCulture))[..32];

    /// <summary>
    /// Takes what a message costs of the budgets, before anything is stored or asked of a provider for it; refuses while a person has the
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
                ToolOutcome.OverBudget, $"No more than {_shop.Options.ProductsPerTurn} products can be shown in a turn.");
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

    /// <summary>Sends a message that was reserved.</summary>
    internal async Task SendAsync(OutboundMessage message, FollowUp? followUp, CancellationToken cancellationToken)
    {
        if (!await _sender.SendAsync(message, followUp, cancellationToken).ConfigureAwait(false))
        {
            throw ToolRefusal.Declined("The customer's 24 hours are over: nothing can be sent before they write again.");
        }

        Sent++;
    }

    /// <summary>Hands the conversation over, once: stores it, and tells the customer.</summary>
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

        // At last, so that a run that is repeated does not take the customer for told.
        await _shop.People.HandOverAsync(customer, reason, cancellationToken).ConfigureAwait(false);
    }
}
