-- Who made, named and took away a room type; its size, safety stock and allowance are written down by room_type_changed.
create trigger audited after insert or delete or update of code, name, max_guests on room_types
    for each row execute function serai_audit_row('code,name,size,max_guests', 'size,safety_stock,overbooking,least_price,most_price,most_jump');
