namespace WhatsCommerce.Webhooks.Json;

/// <summary>The members of <c>order</c>. An order that cannot be priced completely is malformed as a whole.</summary>
/// <remarks>
/// A line without a product or a quantity makes the whole order malformed: the remaining lines would look complete, and be priced and
/// confirmed as such. The price of a line is not required, since the business has its own.
/// </remarks>
internal struct OrderDraft
{
    public bool IsPresent;
    public string? CatalogId;
    public string? Text;
    public List<OrderItem>? Items;
    public Rest Rest;
    public Fault Fault;

    public static OrderDraft Read(ref JsonMemberReader r)
    {
        OrderDraft draft = new() { IsPresent = !r.IsNull };
        if (!r.IsObject)
        {
            draft.Fault = new(".order", $"Expected an object, found {r.Describe()}.");
            r.Skip();
            return draft;
        }

        draft.Fault = NoItems;
        while (r.NextMember(out Member member))
        {
            if (member.Is("product_items"u8))
            {
                draft.ReadItems(ref r);
            }
            else if (!(member.Is("catalog_id"u8) && r.TryId(out draft.CatalogId)) && !(member.Is("text"u8) && r.TryString(out draft.Text)))
            {
                r.Keep(member, ref draft.Rest);
            }
        }

        return draft;
    }

    private static Fault NoItems => new(".order.product_items", "There are no items.");

    private void ReadItems(ref JsonMemberReader r)
    {
        Items = null;
        Fault = NoItems;
        if (!r.IsArray)
        {
            ReadSingleItem(ref r);
            return;
        }

        for (int index = 0; r.NextItem(); index++)
        {
            if (index > 0 && Fault.Happened)
            {
                // The first fault is reported; the rest is skipped.
                r.Skip();
            }
            else if (OrderItemReader.TryRead(ref r, index, out OrderItem? item, out Fault))
            {
                (Items ??= new(2)).Add(item);
            }
        }
    }

    private void ReadSingleItem(ref JsonMemberReader r)
    {
        string found = r.Describe();
        if (OrderItemReader.TryRead(ref r, 0, out OrderItem? item, out Fault))
        {
            Items = [item];
        }
        else
        {
            Fault = new(".order.product_items", $"Expected an array, found {found}.");
        }
    }
}
