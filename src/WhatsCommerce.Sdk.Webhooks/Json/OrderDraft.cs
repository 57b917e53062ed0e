namespace WhatsCommerce.Webhooks.Json;

/// <summary>What was read of <c>order</c>. An order that cannot be priced in full is at fault as a whole.</summary>
internal struct OrderDraft
{
    public bool IsPresent;
    public string? CatalogId;
    public string? Text;
    public OrderItem[]? Items;
    public Rest Rest;
    public Fault Fault;

    public static OrderDraft Read(ref JsonMemberReader r)
    {
        OrderDraft draft = default;
        draft.IsPresent = true;
        if (!r.IsObject)
        {
            draft.Fault.Set(".order", $"Expected an object, found {r.Describe()}.");
            r.Skip();
            return draft;
        }

        Fault itemsFault = default;
        itemsFault.Set(".order.product_items", "There are no items.");
        while (r.NextMember(out Member member))
        {
            if (member.Is("catalog_id"u8) && r.TryString(out draft.CatalogId))
            {
                continue;
            }

            if (member.Is("text"u8) && r.TryString(out draft.Text))
            {
                continue;
            }

            if (member.Is("product_items"u8))
            {
                draft.Items = ReadItems(ref r, out itemsFault);
                continue;
            }

            r.Keep(member, ref draft.Rest);
        }

        draft.Fault = itemsFault;
        return draft;
    }

    private static OrderItem[]? ReadItems(ref JsonMemberReader r, out Fault fault)
    {
        fault = default;
        if (!r.IsArray)
        {
            fault.Set(".order.product_items", $"Expected an array, found {r.Describe()}.");
            r.Skip();
            return null;
        }

        var items = new List<OrderItem>();
        for (int index = 0; r.NextItem(); index++)
        {
            if (fault.Happened)
            {
                r.Skip();
            }
            else if (OrderItemReader.Read(ref r, index, ref fault) is { } item)
            {
                items.Add(item);
            }
        }

        if (items.Count == 0)
        {
            fault.Set(".order.product_items", "There are no items.");
        }

        return [.. items];
    }
}
