using System.Buffers;

namespace VideoAnalysis.Engine.Decoding;

/// <summary>
/// Bytes from a pool that several pictures may share; they go back when the last of them is released.
/// </summary>
internal sealed class SharedBuffer(int length)
{
    private readonly byte[] _array = ArrayPool<byte>.Shared.Rent(length);
    private int _owners = 1;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _array.AsSpan(0, length);

    /// <summary>The bytes, for the one who fills them.</summary>
    public Memory<byte> Writable => _array.AsMemory(0, length);

    /// <summary>Adds an owner, who has to call <see cref="Release"/>, too.</summary>
    public SharedBuffer Share()
    {
        Interlocked.Increment(ref _owners);
        return this;
    }

    /// <summary>Ends one owner's use.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _owners) == 0)
        {
            ArrayPool<byte>.Shared.Return(_array);
        }
    }
}
