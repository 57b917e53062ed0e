namespace WhatsCommerce.Webhooks;

/// <summary>A linked list of claims that are their own nodes: each run adds one, and most are removed soon. The caller locks.</summary>
internal sealed class HeldClaims
{
    private HeldClaim? _first;
    private HeldClaim? _last;

    public void Add(HeldClaim held)
    {
        held.IsHeld = true;
        held.Previous = _last;
        if (_last is null)
        {
            _first = held;
        }
        else
        {
            _last.Next = held;
        }

        _last = held;
    }

    public void Remove(HeldClaim held)
    {
        held.IsHeld = false;
        if (held.Previous is null)
        {
            _first = held.Next;
        }
        else
        {
            held.Previous.Next = held.Next;
        }

        if (held.Next is null)
        {
            _last = held.Previous;
        }
        else
        {
            held.Next.Previous = held.Previous;
        }
    }

    public HeldClaim[] ToArray()
    {
        List<HeldClaim> all = [];
        for (HeldClaim? held = _first; held is not null; held = held.Next)
        {
            all.Add(held);
        }

        return [.. all];
    }
}
