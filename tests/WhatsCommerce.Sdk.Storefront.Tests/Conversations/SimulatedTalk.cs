using System.Globalization;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Conversations;

/// <summary>
/// A conversation that a seed makes: the shop shows and says things, the customer replies to them, sometimes crossing what the shop just
/// sent. The talk knows what the customer means, and whether the messages decide it for somebody who reads them.
/// </summary>
internal sealed class SimulatedTalk
{
    private static readonly string[] Goods =
        ["Mug", "Teapot", "Lamp", "Candle", "Shirt", "Basket", "Vase", "Cushion", "Blanket", "Clock"];

    private static readonly string[] Kinds =
        ["Ocean", "Sage", "Terracotta", "Ivory", "Charcoal", "Amber", "Citrus", "Cedar", "Navy", "Sand"];

    private static readonly string[] Pronouns =
    [
        "is it available?", "How much is it?", "does it come in large?", "I want this one", "is this washable", "can you ship it today?",
        "do you have it in black?", "cuanto cuesta?", "esta disponible este?", "lo tienen en rojo?", "quanto custa esse?",
        "esse esta disponivel?", "ini berapa harganya?", "yang ini masih ada?", "iska kitna price hai?", "ye available hai?", "هذا متوفر؟",
        "بكم هذا؟", "यह कितने का है?", "what sizes does it come in?", "that one please",
    ];

    private static readonly string[] Named =
        ["the {0} one please", "how much is the {0}?", "{0}", "I'll take the {0}", "el {0} cuanto cuesta?", "quero o {0}", "{0} masih ada?",
            "is the {0} {1} available", "the {0} {1}, thanks", "{0} wala kitne ka hai"];

    private static readonly string[][] Places =
    [
        ["the first one", "el primero por favor", "o primeiro", "yang pertama", "1st one please", "number 1"],
        ["the second one", "quiero el segundo", "o segundo por favor", "yang kedua kak", "second one please", "number 2"],
        ["the third one please", "el tercero", "o terceiro", "yang ketiga", "the 3rd", "option 3"],
    ];

    private static readonly string[] Talk =
    [
        "thank you!", "good morning", "are you open on Sunday?", "where is my order?", "gracias", "ok", "hola buenas tardes", "obrigado",
        "terima kasih kak", "hello", "my first order was great", "can I pay with a card?", "I live in Springfield", "👍",
        "see you tomorrow", "first, do you deliver to Boston?", "shukriya", "شكرا",
    ];

    private static readonly string[] Searches =
    [
        "do you have rugs?", "looking for a bicycle", "red umbrella", "a {0} in a bigger size", "busco una silla", "tem mochila?",
        "ada sepatu?", "I need a birthday present for my sister", "how much are your garden chairs?",
    ];

    private readonly Random _random;
    private readonly List<ConversationEntry> _entries = [];
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private ShownProduct? _topic;
    private int _ids;

    public SimulatedTalk(int seed) => _random = new Random(seed);

    /// <summary>What was decided wrongly.</summary>
    public List<string> Wrong { get; } = [];

    public int Decidable { get; private set; }

    public int NotKnown { get; private set; }

    public List<string> Missed { get; } = [];

    public void Run()
    {
        int turns = _random.Next(4, 10);
        for (int turn = 0; turn < turns; turn++)
        {
            switch (_random.Next(11))
            {
                case 0: ShowOneAndAsk(); break;
                case 1: ShowOneAndAsk(); FollowUp(); break;
                case 2: QuoteOne(); break;
                case 3: NameOneOfList(); break;
                case 4: PlaceInList(); break;
                case 5: PriceInList(); break;
                case 6: TwoInOneTurn(); break;
                case 7: Crossing(); break;
                case 8: Reply(Pick(Talk), null, decides: false); _topic = null; break;
                case 9: Reply(string.Format(CultureInfo.InvariantCulture, Pick(Searches), Pick(Goods)), null, false); break;
                default: QuoteAnswer(); break;
            }
        }
    }

    private void ShowOneAndAsk()
    {
        ShownProduct product = Product();
        Show(product);
        if (_random.Next(3) == 0)
        {
            Say("This one is new, it has just come in.");
        }

        Wait(5, 600);
        Reply(Pick(Pronouns), product, decides: true);
        _topic = product;
    }

    private void FollowUp()
    {
        ShownProduct product = _topic!;
        Wait(5, 60);
        Say("Yes, we have three left.");
        Wait(5, 60);
        Reply(Pick(Pronouns), product, decides: true);
    }

    private void QuoteOne()
    {
        ShownProduct product = Product();
        ConversationEntry showing = Show(product);
        ShownProduct[] others = List();
        Show(others);
        Wait(1, 100);
        Reply(Pick(Pronouns), product, decides: true, showing.Id);
    }

    private void NameOneOfList()
    {
        ShownProduct[] products = List();
        ConversationEntry showing = Show(products);
        Wait(2, 300);
        ShownProduct product = Pick(products);
        string[] name = product.Name!.Split(' ');
        string text = string.Format(CultureInfo.InvariantCulture, Pick(Named), name[1], name[0]);
        bool isQuote = _random.Next(2) == 0;

        // A word that also stands in the name of another product of the list, or of an earlier one, decides nothing by itself.
        IEnumerable<ShownProduct> rivals = isQuote ? products : Shown();
        bool decides = !rivals.Any(other =>
            other.RetailerId != product.RetailerId && other.Name!.Contains(name[1], StringComparison.Ordinal));
        Reply(text, product, decides, isQuote ? showing.Id : null, mayBeAny: !decides);
    }

    private void PlaceInList()
    {
        ShownProduct[] products = List();
        Show(products);
        Wait(5, 300);
        int place = _random.Next(Math.Min(3, products.Length));
        Reply(Pick(Places[place]), products[place], decides: true);
    }

    private void PriceInList()
    {
        ShownProduct[] products = List();
        ConversationEntry showing = Show(products);
        Wait(5, 300);
        ShownProduct product = Pick(products);
        bool isUnique = products.Count(other => other.Price == product.Price) == 1
            && !Shown().Any(other => other.RetailerId != product.RetailerId && other.Price == product.Price);
        string price = product.Price!.Value.Amount.ToString(CultureInfo.InvariantCulture);
        Reply($"the {price} one please", product, isUnique, showing.Id, mayBeAny: !isUnique);
    }

    private void TwoInOneTurn()
    {
        ShownProduct first = Product();
        ShownProduct second = Product();
        if (first.RetailerId == second.RetailerId)
        {
            return;
        }

        Show(first);
        Wait(2, 20);
        Show(second);
        Wait(5, 60);

        // Either may be meant.
        Reply(Pick(Pronouns), null, decides: false);
    }

    private void Crossing()
    {
        ShowOneAndAsk();
        ShownProduct asked = _topic!;
        ShownProduct next = Product();
        Wait(10, 60);
        Show(next);
        _now += TimeSpan.FromSeconds(_random.NextDouble() * 2);
        Reply(Pick(Pronouns), asked, decides: false);
    }

    private void QuoteAnswer()
    {
        ShowOneAndAsk();
        ShownProduct product = _topic!;
        string question = _entries[^1].Id;
        ConversationEntry answer = Say("Yes, we do.", question);
        Show(List());
        Wait(1, 60);
        Reply(Pick(Pronouns), product, decides: true, _random.Next(2) == 0 ? answer.Id : question);
    }

    private void Reply(string text, ShownProduct? meant, bool decides, string? quotes = null, bool mayBeAny = false)
    {
        string id = $"in.{++_ids}";
        InboundMessage message = new() { Id = id, Kind = InboundMessageKind.Text, Text = text, RepliesTo = quotes };
        ConversationEntry? quoted = quotes is null ? null : _entries.Find(entry => entry.Id == quotes);

        // Meta tells whole seconds.
        DateTimeOffset at = DateTimeOffset.FromUnixTimeSeconds(_now.ToUnixTimeSeconds());
        ConversationEntry[] recent = [.. Enumerable.Reverse(_entries).Take(Correlator.MostEntries)];
        AboutProduct? about = Correlator.Decide(message, at, quoted, recent);
        if (decides)
        {
            Decidable++;
            NotKnown += about is null ? 1 : 0;
            if (about is null)
            {
                Missed.Add($"\"{text}\" about {meant?.Name}");
            }
        }

        if (about is not null && !mayBeAny && about.RetailerId != meant?.RetailerId)
        {
            Wrong.Add($"\"{text}\": {about.Name} ({about.Reason}) instead of {meant?.Name ?? "nothing"}");
        }

        _entries.Add(Entry(id, ConversationAuthor.Customer, "text", []) with { About = about, At = at, RepliesTo = quotes });
        Wait(1, 30);
    }

    private ConversationEntry Show(params ShownProduct[] products)
    {
        Wait(1, 20);
        ConversationEntry entry = Entry(
            $"out.{++_ids}", ConversationAuthor.Storefront, products.Length == 1 ? "product" : "product_list", products);
        _entries.Add(entry);
        return entry;
    }

    private ConversationEntry Say(string text, string? repliesTo = null)
    {
        Wait(1, 20);
        ConversationEntry entry = Entry($"out.{++_ids}", ConversationAuthor.Person, "text", []) with
        {
            Content = new ConversationContent { Text = text },
            RepliesTo = repliesTo,
        };
        _entries.Add(entry);
        return entry;
    }

    private ConversationEntry Entry(string id, ConversationAuthor author, string type, IReadOnlyList<ShownProduct> products) => new()
    {
        ShopId = "shop",
        Id = id,
        Customer = new CustomerKey("pablo"),
        Kind = ConversationEntryKind.Message,
        Author = author,
        At = _now,
        Type = type,
        Products = products,
        Sequence = _ids,
    };

    private IEnumerable<ShownProduct> Shown() =>
        Enumerable.Reverse(_entries).Take(Correlator.MostEntries).SelectMany(entry => entry.Products);

    private ShownProduct[] List() =>
        [.. Enumerable.Range(0, _random.Next(3, 7)).Select(_ => Product()).DistinctBy(product => product.RetailerId)
            .Concat([Product(), Product()]).DistinctBy(product => product.RetailerId)];

    private ShownProduct Product()
    {
        string goods = Pick(Goods);
        string kind = Pick(Kinds);
        int place = (Array.IndexOf(Goods, goods) * Kinds.Length) + Array.IndexOf(Kinds, kind);
        return new ShownProduct
        {
            RetailerId = $"{goods}-{kind}",
            Name = $"{goods} {kind}",
            Price = new Money(5.49m + (place % 37), "USD"),
        };
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private void Wait(int least, int most) => _now += TimeSpan.FromSeconds(least + (_random.NextDouble() * (most - least)));
}
